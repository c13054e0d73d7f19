"""Who gives what to whom for what, as shapes with places: everything but their looks, which the templates give."""

from policyc.render.picture.drawing import Drawing
from policyc.render.picture.merge import Arrow, arrows
from policyc.render.picture.overview import Overview, overview
from policyc.render.picture.panels import Panel, panels

__all__ = ["Arrow", "Drawing", "Overview", "Panel", "arrows", "overview", "panels"]
