"""Something is larger than policyc weighs, so it was not checked.

## What it does

A file above 1 MiB, more words and signs in one file than are read, sentences nested too deep, a chain of kinds that
is too long, a clause whose conditions have more alternatives than are weighed: each is named with its place, and the
run counts as incomplete.

## Why it matters

Whoever can hand in a file could otherwise make the checker run for hours. What is past the limit is said, never
passed over.

## Example

A clause with nine conditions of two names each, all joined by *and* (`(a or b) and (c or d) …`), has 512
alternatives; 256 are weighed. The help says how to split it.

## Known limits

The limits are fixed; no option moves them.

## References

None needed: the workings of policyc.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
UNTESTABLE = "a text that passes a limit is too long for a page"
