"""What a new version of some agreements means that the old one did not."""

from policyc.analysis.difference.difference import Difference, difference
from policyc.analysis.difference.grading import Direction

__all__ = ["Difference", "Direction", "difference"]
