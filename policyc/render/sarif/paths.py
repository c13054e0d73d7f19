"""The steps of a witness as a SARIF code flow: who hands what to whom, by which clause, against which."""

from __future__ import annotations

from policyc.findings import Evidence, Finding, Step
from policyc.render.phrases import listed
from policyc.render.picture.witness import toward
from policyc.render.sarif.places import Artifacts
from policyc.render.sarif.words import Node, message


def code_flows(finding: Finding, artifacts: Artifacts) -> Node:
    """The one flow of a finding's steps; nothing where it has none."""
    if not finding.steps:
        return {}
    places = [place for step in finding.steps for place in step_places(step, finding.primary)]
    locations = [flow_location(words, evidence, artifacts) for words, evidence in places]
    return {"codeFlows": [{"threadFlows": [{"locations": locations}]}]}


def step_places(step: Step, primary: Evidence) -> list[tuple[str, Evidence]]:
    """What a step is, at the clause by which it can be done, then at the one that stands against it.

    A step that rests on no clause is told at the place that the finding blames: readers need one.
    """
    told = [(step_words(step), step.by or step.against or primary)]
    if step.by and step.against:
        told.append((f"against this: {step.against.message or step.against.quote}", step.against))
    return told


def step_words(step: Step) -> str:
    """A step as a sentence.

    >>> step_words(Step("Acme", "shares", ("scans", "names"), "Globex", ("hosting",)))
    'Acme shares scans and names with Globex for hosting'
    """
    taker = f"{toward(step)} {step.taker}".strip() if step.taker else ""
    purposes = f"for {listed(step.purposes)}" if step.purposes else ""
    return " ".join(part for part in (step.actor, step.does, listed(step.data), taker, purposes) if part)


def flow_location(words: str, evidence: Evidence, artifacts: Artifacts) -> Node:
    """One stop of a flow."""
    return {"location": {**artifacts.location(evidence), "message": message(words)}, "importance": "essential"}
