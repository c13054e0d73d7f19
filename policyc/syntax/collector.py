"""Python's garbage collector at rest: a tree refers to nothing that refers back to it, and there is nothing to find."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def uncollected(call: Callable[Given, Made]) -> Callable[Given, Made]:
    """The same function, run without the collector where that is on; it is on again after."""

    @wraps(call)
    def resting(*given: Given.args, **named: Given.kwargs) -> Made:
        if not gc.isenabled():
            return call(*given, **named)
        gc.disable()
        try:
            return call(*given, **named)
        finally:
            gc.enable()

    return resting
