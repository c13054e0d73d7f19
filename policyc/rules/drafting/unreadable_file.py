"""A file could not be read as text, so nothing in it was checked.

## What it does

A file that is not UTF-8, holds null bytes, is not a regular file, may not be opened, or lies behind a symbolic link
that leads outside what was given. The run counts as incomplete.

## Why it matters

An agreement that was left out silently looks like an agreement without a fault.

## Example

A file saved as UTF-16 is named with the advice to save it as UTF-8; a device or a pipe is not opened at all.

## Known limits

The limits are fixed; no option moves them.

## References

None needed: the workings of policyc.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
UNTESTABLE = "what is wrong with a file cannot be shown in text"
