"""Sets of kinds, for slots that take names of one kind, and of persons."""

from __future__ import annotations

from policyc.model.names import Kind

ACTIONS = frozenset({Kind.ACTION})
CONDITIONS = frozenset({Kind.CONDITION})
DATA = frozenset({Kind.DATA})
EVENTS = frozenset({Kind.EVENT})
PARTIES = frozenset({Kind.PARTY})
LAWS = frozenset({Kind.LAW})
PEOPLE = frozenset({Kind.PEOPLE})
PERSONS = PARTIES | PEOPLE
PLACES = frozenset({Kind.PLACE})
PURPOSES = frozenset({Kind.PURPOSE})
THINGS = frozenset({Kind.THING})
