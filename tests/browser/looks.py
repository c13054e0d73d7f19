"""Pictures of parts of pages, held against those that somebody has looked at and found good."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

FOLDER = Path(__file__).resolve().with_name("looks")
REWRITE = "POLICYC_REWRITE"
"""Where the environment sets this to 1, pictures are taken anew instead of compared."""

COLOURS = 48
BLUR = 1.5
"""Pixels over which a letter is smeared first: another version of Chromium draws its edges otherwise."""

NOTICED = 40
"""A difference of so many of 255 steps in brightness or colour is one that a reader sees."""

TOLERATED = 0.02
"""So much of a picture may differ."""

RESIZED = 6
"""By so many pixels the size of a part may differ."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels in which two pictures differ so that a reader sees it; 1 where their sizes differ much."""
    if any(abs(here - there) > RESIZED for here, there in zip(one.size, other.size, strict=True)):
        return 1.0
    size = (0, 0, min(one.width, other.width), min(one.height, other.height))
    smooth = [each.convert("RGB").crop(size).filter(ImageFilter.GaussianBlur(BLUR)) for each in (one, other)]
    bands = [band.point(lambda step: 255 * (step > NOTICED)) for band in ImageChops.difference(*smooth).split()]
    seen = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return seen.histogram()[255] / (size[2] * size[3])


def held_against(name: str, taken: bytes, folder: Path) -> float:
    """How far a picture differs from the one that is kept; where they differ too much, the new one is put in a folder."""
    image = Image.open(BytesIO(taken)).convert("RGB")
    kept = FOLDER / f"{name}.png"
    if os.environ.get(REWRITE) == "1":
        FOLDER.mkdir(exist_ok=True)
        image.quantize(COLOURS, dither=Image.Dither.NONE).save(kept, optimize=True)
    share = difference(image, Image.open(kept))
    if share > TOLERATED:
        image.save(folder / f"{name}.png")
    return share
