"""Facts: what rules read. One object holds the model, the norms and what the analyses made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from policyc.analysis.contradiction import Conflicts, Contradiction, contradictions
from policyc.analysis.encounters import Encounters
from policyc.analysis.entailment.assessment import Assessment, assess
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.idle import Idle, Redundant, Shadowed, idle
from policyc.analysis.entailment.laws import Laws
from policyc.analysis.entailment.requirements import Shortfall
from policyc.analysis.flow import Flow, flows
from policyc.analysis.mentions import Mentions, mentions
from policyc.analysis.necessity import Mismatch, mismatches
from policyc.analysis.paths.graph import Graph
from policyc.analysis.paths.leaks import Leaks, Unfinished, leaks
from policyc.analysis.paths.notices import SlowChains, slow_chains
from policyc.analysis.silence import Reading, Topic, silent_topics
from policyc.model.document import Document, Workspace
from policyc.model.lexicon import Lexicon
from policyc.model.names import Kind
from policyc.norms.among import Met
from policyc.norms.concepts import Closure, Universe
from policyc.norms.in_force import has_ended
from policyc.norms.norm import Norm
from policyc.norms.order import Order


@dataclass
class Facts:
    """Everything that is known of a workspace; analyses run when first asked for.

    ``universe`` gives concepts their bits, ``closures`` says what names cover seen from a document. ``as_of`` is the
    day on which the workspace is weighed, None for all the days on which it holds. ``met`` are the people of whom it is
    taken as given that they may be among others.
    """

    workspace: Workspace
    universe: Universe
    norms: list[Norm]
    order: Order
    closures: dict[int, Closure]
    as_of: date | None = None
    met: tuple[Met, ...] = ()

    @property
    def agreements(self) -> list[Document]:
        """The agreements of the workspace that are, or would be, in force on some day."""
        return [document for document in self.workspace.agreements if document.ever_in_force]

    @property
    def shipped(self) -> Lexicon:
        """The vocabulary that policyc ships."""
        return self.workspace.shipped

    def closure(self, document: Document) -> Closure:
        """What names cover, seen from a document."""
        return self.closures[id(document)]

    @cached_property
    def by_document(self) -> dict[int, list[Norm]]:
        """The norms of each document, by its identity."""
        found: dict[int, list[Norm]] = {id(document): [] for document in self.workspace.documents}
        for norm in self.norms:
            found[id(norm.document)].append(norm)
        return found

    def norms_of(self, document: Document) -> list[Norm]:
        """The norms of a document, in order."""
        return self.by_document[id(document)]

    def mentions(self, document: Document) -> Mentions:
        """What the clauses of a document name."""
        known = self._mentions.get(id(document))
        if known is None:
            known = self._mentions[id(document)] = mentions(self.norms_of(document), self.universe)
        return known

    def covers(self, document: Document, key: str, kind: Kind) -> int:
        """What a name of the vocabulary covers, seen from a document; nothing when it is unknown there."""
        return self.closure(document).covers_key(key, kind)

    @cached_property
    def encounters(self) -> Encounters:
        """Which persons are identified, so that norms of two agreements may meet in them."""
        return Encounters(self.closures, self.order.joined)

    @cached_property
    def conflicts(self) -> Conflicts:
        """Every pair of a grant and a ban that conflict, graded, and the pairs that could not be weighed."""
        return contradictions(self.norms, self.by_document, self.order, self.closures)

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every pair of a grant and a ban that conflict, graded."""
        return self.conflicts.found

    @cached_property
    def flows(self) -> list[Flow]:
        """Every flow of data that the agreements provide for."""
        return flows(self.norms, self.closures)

    @cached_property
    def graph(self) -> Graph:
        """The ways by which data may go from holder to holder, across agreements."""
        return Graph(self.flows, self.norms, self.order, self.closures)

    @cached_property
    def leaks(self) -> Leaks:
        """Every path that ends where a clause at its beginning bans the data, and what was not followed."""
        return leaks(self.agreements, self.graph)

    @cached_property
    def slow_chains(self) -> SlowChains:
        """Deadlines after a breach that are up before word of it must have come, and what was not followed."""
        norms = [norm for document in self.agreements for norm in self.graph.norms_of(document)]
        return slow_chains(norms, self.graph)

    @property
    def unfollowed(self) -> tuple[Unfinished, ...]:
        """The clauses from which, or over which, no path could be followed to its end, and why."""
        deep = "more chains of notices than are followed from one clause"
        return (*self.leaks.unfinished, *(Unfinished(norm, deep) for norm in self.slow_chains.unfinished))

    @cached_property
    def mismatches(self) -> list[Mismatch]:
        """Data that flow to a party although none of its purposes needs them, or although they serve a banned one."""
        return mismatches(self.flows, self.by_document, self.closures, self.order.joined)

    @cached_property
    def requirements(self) -> Assessment:
        """What came of holding the requirements of policies and laws against the agreements to which they speak."""
        policies = [each for each in self.workspace.documents if each.requirements or each.term_limits]
        titles = frozenset(each.title.lower() for each in self.workspace.documents if each.kind == "policy")
        laws = Laws(self.workspace.laws, self.workspace.asked, self.shipped, titles)
        whole = [document for document in self.agreements if not self.is_part(document)]
        return assess(policies, laws, whole, self.ground, self.as_of)

    def unmet_of(self, document: Document) -> list[Shortfall]:
        """The requirements that an agreement does not meet."""
        return self._unmet.get(id(document), [])

    @cached_property
    def _unmet(self) -> dict[int, list[Shortfall]]:
        found: dict[int, list[Shortfall]] = {}
        for each in self.requirements.unmet:
            found.setdefault(id(each.asking.agreement), []).append(each)
        return found

    def is_part(self, document: Document) -> bool:
        """Whether an agreement is weighed as a part of another one at hand, which it amends or which incorporates it.

        One that is made under a law of its own is weighed by itself, together with what it amends.
        """
        amended = [self._by_title[title.lower()] for title in document.amends if title.lower() in self._by_title]
        holding = [
            each
            for each in self._incorporating.get(document.title.lower(), [])
            if each is not document and set(document.parties) <= set(each.parties)
        ]
        under = {title.lower() for each in (*amended, *holding) for title in (*each.under, *each.using)}
        own = {title.lower() for title in (*document.under, *document.using)}
        return bool(amended or holding) and own <= under

    @property
    def idle(self) -> tuple[list[Redundant], list[Shadowed]]:
        """The clauses that the others of their agreement entail, and those that others of it always set aside."""
        redundant = [each for found in self._idle for each in found.redundant]
        return redundant, [each for found in self._idle for each in found.shadowed]

    @property
    def idle_unweighed(self) -> list[Norm]:
        """A norm of each clause of which there are too many cases to tell whether others always set it aside."""
        return [norm for found in self._idle for norm in found.unweighed]

    @cached_property
    def _idle(self) -> list[Idle]:
        return [idle(self.ground(document)) for document in self.agreements]

    def ground(self, document: Document) -> Ground:
        """An agreement, and what is read together with it as far as that is at hand, ready to be weighed."""
        together = self.together(document)
        documents = tuple(together or [document])
        norms = tuple(norm for each in documents for norm in self.norms_of(each))
        return Ground(document, documents, norms, self.order, self.closure(document), together is None, self.as_of)

    def silent(self, document: Document) -> frozenset[Topic]:
        """The topics that an agreement, and what is read together with it, does not speak of though it should."""
        if id(document) not in self._silent:
            reading = self.reading(document)
            self._silent[id(document)] = silent_topics(reading) if reading else frozenset()
        return self._silent[id(document)]

    def reading(self, document: Document) -> Reading | None:
        """An agreement as it is read for what it does not say.

        None where a document that it leans on is not at hand, or a sentence could not be read, which may say what is
        missed; for one that has ended; and for an amendment: its silence is left to the agreement that it amends.
        """
        if id(document) not in self._readings:
            self._readings[id(document)] = self._read(document)
        return self._readings[id(document)]

    def _read(self, document: Document) -> Reading | None:
        heard = self.heard(document)
        if heard is None or document.amends or has_ended(document, self.as_of):
            return None
        own = [document, *self._amending.get(document.title.lower(), [])]
        norms = [norm for each in own for norm in self.norms_of(each)]
        flows = [flow for each in own for flow in self.flows_of(each)]
        return Reading(document, norms, flows, heard, self.closure(document))

    def is_cut(self, document: Document) -> bool:
        """Whether a sentence of an agreement, or of what is read together with it, could not be read."""
        return any(each.skipped for each in self.at_hand(document))

    def heard(self, document: Document) -> list[Norm] | None:
        """The norms of an agreement and of all that is read with it.

        None where a part of it is not at hand, or a sentence could not be read: that may say what is missed.
        """
        together = None if self.is_cut(document) else self.together(document)
        return None if together is None else [norm for each in together for norm in self.norms_of(each)]

    def together(self, document: Document) -> list[Document] | None:
        """An agreement, what it incorporates or amends, and what amends it; None where one of these is not at hand."""
        found = self.at_hand(document)
        titles = [title.lower() for each in found for title in (*each.incorporates, *each.amends)]
        return found if all(title in self._by_title for title in titles) else None

    def at_hand(self, document: Document) -> list[Document]:
        """An agreement, what it incorporates or amends, and what amends it, as far as these are at hand."""
        found = {id(document): document}
        pending = [document]
        for each in pending:
            wanted = [self._by_title.get(title.lower()) for title in (*each.incorporates, *each.amends)]
            for other in (*wanted, *self._amending.get(each.title.lower(), [])):
                if other is not None and id(other) not in found:
                    found[id(other)] = other
                    pending.append(other)
        return pending

    @cached_property
    def _readings(self) -> dict[int, Reading | None]:
        return {}

    @cached_property
    def _silent(self) -> dict[int, frozenset[Topic]]:
        return {}

    @cached_property
    def _mentions(self) -> dict[int, Mentions]:
        return {}

    @cached_property
    def _by_title(self) -> dict[str, Document]:
        return {document.title.lower(): document for document in reversed(self.workspace.documents)}

    @cached_property
    def _amending(self) -> dict[str, list[Document]]:
        """The documents that amend each title."""
        found: dict[str, list[Document]] = {}
        for document in self.workspace.documents:
            for title in document.amends:
                found.setdefault(title.lower(), []).append(document)
        return found

    @cached_property
    def _incorporating(self) -> dict[str, list[Document]]:
        """The agreements that incorporate each title."""
        found: dict[str, list[Document]] = {}
        for document in self.agreements:
            for title in document.incorporates:
                found.setdefault(title.lower(), []).append(document)
        return found

    @cached_property
    def _flows_by_document(self) -> dict[int, list[Flow]]:
        found: dict[int, list[Flow]] = {}
        for flow in self.flows:
            found.setdefault(id(flow.norm.document), []).append(flow)
        return found

    @cached_property
    def _flows_between(self) -> dict[int, dict[tuple[int, int], list[Flow]]]:
        found: dict[int, dict[tuple[int, int], list[Flow]]] = {}
        for flow in self.flows:
            between = found.setdefault(id(flow.norm.document), {})
            between.setdefault((flow.givers_mask, flow.takers_mask), []).append(flow)
        return found

    def flows_between(self, document: Document) -> dict[tuple[int, int], list[Flow]]:
        """The flows that a document provides for, by those who give and those who take."""
        return self._flows_between.get(id(document), {})

    def flows_of(self, document: Document) -> list[Flow]:
        """The flows that a document provides for."""
        return self._flows_by_document.get(id(document), [])
