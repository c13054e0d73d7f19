"""From what a run found to the report: everything that a page shows, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policyc import __version__
from policyc.analysis.conditions import condition_words, quoted_conditions
from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow, barred
from policyc.analysis.matrices import matrices
from policyc.analysis.reading import Reader
from policyc.analysis.required import read_requirement, read_term_limit
from policyc.analysis.times import period, timeline
from policyc.analysis.words import concept_words, listed
from policyc.findings import Finding, Findings, Given, Severity, Unchecked
from policyc.model.document import Clause, Dimension, Document, Requirement, Status, TermLimit
from policyc.model.lexicon import Entry, Relation
from policyc.model.names import Kind, Role
from policyc.norms.norm import Norm
from policyc.pipeline.laws import law_views
from policyc.pipeline.road import Examination
from policyc.report import ClauseView, DocumentView, FlowView, Reading, Report, Summary
from policyc.source import Place

ASSUMED_KINDS = (Kind.CONDITION, Kind.EVENT)


def gather(examination: Examination, findings: Findings) -> Report:
    """The report of an examination and of all that was found, in the order of places."""
    facts = examination.facts
    documents = examination.workspace.documents
    found = tuple(sorted(findings.found, key=lambda finding: finding.sort_key))
    unchecked = [*findings.unchecked, *quotations(documents)]
    report = Report(
        version=__version__,
        paths=tuple(tree.source.path for tree in examination.trees),
        documents=(),
        flows=(),
        findings=found,
        unchecked=tuple(sorted(unchecked, key=lambda item: (item.place, item.reason, item.quote))),
        given=tuple(dict.fromkeys(given.name for given in taken_as_given(facts))),
        summary=summary(examination, found),
        judged_on=examination.judged_on,
        laws=tuple(sorted(law_views(facts), key=lambda view: view.place)),
    )
    return with_views(report, documents, facts)


def with_views(report: Report, documents: Sequence[Document], facts: Facts) -> Report:
    """A report with the views of some documents: the documents in full, their flows, tables and times."""
    touching = by_place(report.findings)
    agreements = [document for document in documents if document.kind == "agreement"]
    flows = [flow for document in documents for flow in flows_and_bans(document, facts)]
    return replace(
        report,
        documents=tuple(document_view(document, facts) for document in documents),
        flows=tuple(flow_view(flow, touching.get(flow.norm.clause.origin.place, [])) for flow in flows),
        matrices=tuple(matrices(facts, (document for document in agreements if document.ever_in_force))),
        timeline=timeline(facts, agreements),
    )


def summary(examination: Examination, found: tuple[Finding, ...]) -> Summary:
    """The counts of a run; suppressed findings count only as such."""
    documents = examination.workspace.documents
    counts = dict.fromkeys(Severity, 0)
    for finding in found:
        counts[finding.severity] += finding.suppressed is None
    return Summary(
        files=len(examination.trees),
        agreements=len(examination.workspace.agreements),
        clauses=sum(len(document.clauses) for document in documents),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        suppressed=sum(finding.suppressed is not None for finding in found),
    )


# What is not checked


def quotations(documents: list[Document]) -> Iterator[Unchecked]:
    """Each quoted condition: it is kept and shown, but nothing can weigh it."""
    for document in documents:
        for clause in document.clauses:
            for words in quoted_conditions(clause.provision):
                yield Unchecked(clause.origin.place, "quoted condition", words)


def taken_as_given(facts: Facts) -> list[Given]:
    """Conditions and events that the files declare and say no more of, composed names, and people among people."""
    scopes = facts.workspace.scopes
    entries = [entry for scope in scopes for entry in scope.entries.values() if is_bare(entry, facts)]
    entries += [scope.entries[each] for scope in scopes for each in scope.composed - scope.owned]
    given = {Given(entry.origin.place, entry.concept.text) for entry in entries}
    return sorted(given | {Given(each.origin.place, each.concept.text) for each in facts.met})


def is_bare(entry: Entry, facts: Facts) -> bool:
    """Whether a file's own sentence says of a condition or an event only that it is one."""
    concept = entry.concept
    roots = all(parent.key == parent.kind.value for parent in entry.linked(Relation.IS))
    return concept.kind in ASSUMED_KINDS and roots and facts.shipped.defining(concept) is None


# Documents


def document_view(document: Document, facts: Facts) -> DocumentView:
    """A document as a page shows it."""
    reader = Reader(document, facts.closure(document), facts.shipped)
    return DocumentView(
        kind=document.kind,
        title=document.title,
        status=document.status.value,
        parties=tuple(party.text for party in document.parties),
        period=period(document),
        speaker=document.per.who if document.per else None,
        place=document.origin.place,
        clauses=tuple(clause_views(document, reader)),
        others=tuple(other_sentences(document)),
    )


def clause_views(document: Document, reader: Reader) -> list[ClauseView]:
    """The clauses of a document, and its requirements on agreements, as a page shows them, in order."""
    views = [clause_view(clause, document, tuple(reader.read(clause))) for clause in document.clauses]
    views += [clause_view(each, document, tuple(read_requirement(each, reader))) for each in document.requirements]
    views += [term_limit_view(each, document, tuple(read_term_limit(each, reader))) for each in document.term_limits]
    return sorted(views, key=lambda view: view.place)


def clause_view(clause: Clause | Requirement, document: Document, readings: tuple[Reading, ...]) -> ClauseView:
    """A clause or a requirement as a page shows it."""
    per = (clause.per if isinstance(clause, Requirement) else clause.provision.per) or document.per
    return ClauseView(
        label=clause.label,
        words=clause.origin.words,
        place=clause.origin.place,
        readings=readings,
        speaker=per.who if per else None,
        quoted=per.words if per else None,
    )


def other_sentences(document: Document) -> list[str]:
    """The sentences of a document on order, survival and scenarios, as written."""
    origins = [
        *(ranking.origin for ranking in document.rankings),
        *document.stricter_prevails,
        *(survival.origin for survival in document.survivals),
        *(scenario.origin for scenario in document.scenarios),
    ]
    return [origin.words for origin in sorted(origins, key=lambda origin: origin.span)]


def term_limit_view(limit: TermLimit, document: Document, readings: tuple[Reading, ...]) -> ClauseView:
    """A limit on how long agreements may last as a page shows it."""
    per, origin = limit.per or document.per, limit.origin
    who, words = (per.who, per.words) if per else (None, None)
    return ClauseView(limit.label, origin.words, origin.place, readings, who, words)


# Flows


def flows_and_bans(document: Document, facts: Facts) -> list[Flow]:
    """What a document lets flow or forbids to, in the order of its clauses."""
    forbidden = barred(facts.norms_of(document), facts.closure(document)) if document.kind == "agreement" else []
    return sorted([*facts.flows_of(document), *forbidden], key=lambda flow: flow.norm.index)


def flow_view(flow: Flow, touching: list[Finding]) -> FlowView:
    """A flow as the picture shows it, with the findings that blame or quote its clause."""
    norm = flow.norm
    severities = [finding.severity for finding in touching if finding.suppressed is None]
    givers, takers = (tuple(map(concept_words, persons)) for persons in (flow.givers, flow.takers))
    return FlowView(
        giver=listed(givers) or "anyone",
        taker=listed(takers) or anyone(norm),
        data=tuple(concept_words(data) for data in flow.data),
        purposes=tuple(concept_words(purpose) for purpose in flow.purposes),
        condition=condition_words(norm.provision),
        certain=flow.certain,
        proposed=norm.document.status is Status.PROPOSED,
        agreement=norm.document.title,
        clause=norm.clause.name,
        severity=min(severities, key=lambda severity: severity.rank, default=None),
        fingerprints=tuple(dict.fromkeys(finding.fingerprint for finding in touching)),
        givers=givers if len(givers) > 1 else (),
        takers=takers if len(takers) > 1 else (),
        forbidden=norm.bans,
    )


def anyone(norm: Norm) -> str:
    """How persons without a name are called: by the word of a ban for those beyond its parties, where it has that."""
    named = (limit.names for limit in norm.provision.limits if limit.dimension is Dimension.COUNTERPARTY)
    outside = any(term.value is Role.THIRD_PARTIES for names in named if names for term in names.terms)
    return "third parties" if norm.bans and outside else "anyone"


def by_place(found: tuple[Finding, ...]) -> dict[Place, list[Finding]]:
    """The findings that blame or quote each place."""
    places: dict[Place, list[Finding]] = {}
    for finding in found:
        for place in dict.fromkeys(evidence.place for evidence in (finding.primary, *finding.related)):
            places.setdefault(place, []).append(finding)
    return places
