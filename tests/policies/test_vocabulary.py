"""The shipped vocabulary: whole, free of circles and doubles, every name of the kind that its place needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from policyc.model.lexicon import Entry, Lexicon, Relation
from policyc.model.names import ROLES, Concept, Kind, key
from policyc.resolve import resolve_shipped
from policyc.resources import resource
from policyc.source import Source
from policyc.syntax import parse, tree

FOLDER = resource("policies") / "vocabulary"
FILES = sorted(FOLDER.glob("*.policy"))
TREES = [parse(Source(path.name, path.read_text(encoding="utf-8"))) for path in FILES]
LEXICON, FINDINGS = resolve_shipped([parsed for parsed, _ in TREES])

IDENTIFIER = re.compile(
    r"(dpv|pd|eu-gdpr|risk):[A-Z][A-Za-z0-9-]*"  # W3C Data Privacy Vocabulary 2 and its extensions
    r"|DUO:\d{7}"  # GA4GH Data Use Ontology
    r"|fides:[a-z_]+(\.[a-z_]+)*"  # Fides taxonomy
    r"|ISO:[A-Z]{2}(-[A-Z]{2,3})?"  # ISO 3166
)
LINKED_KINDS = {
    Relation.REVEALS: (Kind.DATA, Kind.DATA),
    Relation.SERVES: (Kind.DATA, Kind.PURPOSE),
    Relation.NEEDS: (Kind.PURPOSE, Kind.DATA),
    Relation.ABOUT: (Kind.DATA, Kind.PEOPLE),
    Relation.DERIVED_FROM: (Kind.DATA, Kind.DATA),
}
ENOUGH = {
    Kind.DATA: 250,
    Kind.PURPOSE: 120,
    Kind.PARTY: 60,
    Kind.PEOPLE: 40,
    Kind.PLACE: 250,
    Kind.CONDITION: 50,
    Kind.ACTION: 80,
    Kind.EVENT: 40,
    Kind.LAW: 60,
    Kind.THING: 80,
}
FOUNDING = {
    "Account balances",
    "Account checking",
    "Bank data",
    "Card transactions",
    "Customers",
    "Shopping location",
    "Spending profiles",
}
"""What the founding case declares for itself."""


TWO_THINGS = {
    "compliance",
    "possession",
    "sale of data",
    "breach notification",
    "publication",
    "election",
    "representative",
    "contractor",
    "agent",
    "individual",
    "minor",
}
"""What contracts call by one name though it is two things: an act and what data serve, a party and its people …"""


def definitions() -> Iterator[tuple[str, tree.Definition]]:
    """Every definition sentence and the file that it stands in."""
    for parsed, _ in TREES:
        for sentence in parsed.sentences:
            if isinstance(sentence, tree.Definition):
                yield parsed.source.path, sentence


def entry(name: str, kind: Kind, lexicon: Lexicon = LEXICON) -> Entry:
    """What the vocabulary says of a name."""
    concept = lexicon.find(key(name), frozenset({kind}))
    assert concept is not None, name
    return lexicon.entries[concept]


def above(concept: Concept) -> set[Concept]:
    """Everything that a concept is a kind of."""
    found: set[Concept] = set()
    pending = [concept]
    for at in pending:
        for parent in LEXICON.linked(at, Relation.IS):
            if parent not in found:
                found.add(parent)
                pending.append(parent)
    return found


def below(name: str, kind: Kind) -> set[str]:
    """The names of everything that is a kind of a name."""
    top = entry(name, kind).concept
    return {str(concept) for concept in LEXICON.entries if top in above(concept)}


@pytest.mark.parametrize(("parsed", "findings"), TREES, ids=[path.stem for path in FILES])
def test_a_file_is_one_vocabulary_that_says_what_it_holds(parsed: tree.Tree, findings: object) -> None:
    headers = [item for item in parsed.sentences if isinstance(item, tree.Header)]
    others = [item for item in parsed.sentences if not isinstance(item, tree.Header | tree.Definition)]
    assert parsed.source.text.startswith("# ")
    assert not parsed.broken, findings
    assert not others
    assert [header.kind for header in headers] == ["vocabulary"]
    assert parsed.sentences[0] == headers[0]


def test_titles_are_unique() -> None:
    sentences = [sentence for parsed, _ in TREES for sentence in parsed.sentences]
    titles = [sentence.title.text for sentence in sentences if isinstance(sentence, tree.Header)]
    assert len(set(titles)) == len(titles) == len(FILES)


def test_the_resolver_finds_nothing_wrong() -> None:
    """No circle, no name defined twice, no undeclared name, no name of the wrong kind."""
    assert [(finding.message, str(finding.primary.place)) for finding in FINDINGS.found] == []


def test_every_term_reaches_exactly_one_root() -> None:
    roots = {Concept(kind, kind.value, kind.value) for kind in Kind}
    strays = {str(c): above(c) & roots for c in LEXICON.entries if len(above(c) & roots) != 1}
    assert strays == {}


def test_the_kind_of_a_term_is_its_root() -> None:
    assert all(Concept(c.kind, c.kind.value, "") in above(c) for c in LEXICON.entries)


def test_a_term_has_one_sentence_and_one_meaning_of_its_own() -> None:
    sentences = Counter(key(definition.name.text) for _, definition in definitions())
    meanings = [[part.quote for part in d.properties if part.word == "means"] for _, d in definitions()]
    words = Counter(quote.text.lower() for quotes in meanings for quote in quotes if quote)
    assert [name for name, count in sentences.items() if count > 1] == []
    assert all(len(quotes) == 1 for quotes in meanings)
    assert [meaning for meaning, count in words.items() if count > 1] == []
    assert [meaning for meaning in words if meaning.endswith(".") or not meaning.isascii()] == []


def test_a_name_is_given_once_and_only_a_verb_may_be_a_noun_as_well() -> None:
    users: dict[str, set[Concept]] = {}
    spellings = Counter[tuple[str, Concept]]()
    for concept, said in LEXICON.entries.items():
        for name in [concept.text, *said.aliases]:
            users.setdefault(key(name), set()).add(concept)
            spellings[key(name), concept] += 1
    kinds = {name: sorted(concept.kind.value for concept in who) for name, who in users.items()}
    assert {name: of for name, of in kinds.items() if len(of) > 2 or len(set(of)) < len(of)} == {}
    twice = {name: of for name, of in kinds.items() if len(of) == 2 and "action" not in of}
    assert set(twice) == TWO_THINGS, twice
    assert [pair for pair, count in spellings.items() if count > 1] == []


def test_no_name_hides_a_word_that_the_language_knows() -> None:
    own = {kind.value for kind in Kind} | set(ROLES) | {"same term"}
    taken = {key(name) for c, said in LEXICON.entries.items() for name in [c.text, *said.aliases]}
    assert taken & own == set()


def test_what_the_founding_case_declares_is_left_to_it_but_for_customers() -> None:
    assert [name for name in FOUNDING if key(name) in LEXICON.names] == ["Customers"]


def test_links_join_the_right_kinds() -> None:
    for concept, said in LEXICON.entries.items():
        for relation, (source, target) in LINKED_KINDS.items():
            for other in said.linked(relation):
                assert (concept.kind, other.kind) == (source, target), f"{concept} {relation.value} {other}"
        for place in said.linked(Relation.IN):
            assert concept.kind in (Kind.PLACE, Kind.LAW), f"{concept} in {place}"
        for other in (*said.linked(Relation.EXCLUDES), *said.linked(Relation.INCLUDES)):
            assert concept.kind is other.kind, f"{concept} and {other}"


def test_nothing_is_said_that_a_kind_above_says_already() -> None:
    for concept in LEXICON.entries:
        for relation in (Relation.IS, Relation.SERVES, Relation.REVEALS):
            inherited = {other for up in above(concept) for other in LEXICON.linked(up, relation)}
            assert not inherited & set(LEXICON.linked(concept, relation)), f"{concept}: {relation.value}"


def test_nothing_reveals_itself_or_what_it_is_a_kind_of() -> None:
    for concept in LEXICON.entries:
        assert not set(LEXICON.linked(concept, Relation.REVEALS)) & (above(concept) | {concept}), concept


def test_identifiers_are_of_known_vocabularies_and_stand_once() -> None:
    aliases = [alias for said in LEXICON.entries.values() for alias in said.aliases]
    identifiers = [alias for alias in aliases if ":" in alias]
    assert [alias for alias in identifiers if not IDENTIFIER.fullmatch(alias)] == []
    assert [alias for alias, count in Counter(identifiers).items() if count > 1] == []
    assert len(identifiers) > 500


@pytest.mark.parametrize(("kind", "least"), ENOUGH.items())
def test_there_is_enough(kind: Kind, least: int) -> None:
    assert sum(concept.kind is kind for concept in LEXICON.entries) >= least


def test_there_are_many_kinds_of_personal_data() -> None:
    assert len(below("personal data", Kind.DATA)) >= 170


def test_a_limited_data_set_has_its_sixteen_identifiers() -> None:
    """45 CFR 164.514(e)(2) lists sixteen; what stands below them counts too."""
    top = entry("limited data set identifier", Kind.DATA).concept
    direct = {str(c) for c in LEXICON.entries if top in LEXICON.linked(c, Relation.IS)}
    assert direct == {
        "Account number",
        "Biometric identifiers",
        "Certificate/licence numbers",
        "Device identifiers",
        "Email addresses",
        "Facial images",
        "Fax numbers",
        "Health plan beneficiary numbers",
        "IP addresses",
        "Medical record numbers",
        "Names",
        "Social security numbers",
        "Street addresses",
        "Telephone numbers",
        "Vehicle identifiers",
        "Web addresses",
    }


def test_the_union_and_the_economic_area_have_their_countries() -> None:
    def inside(name: str) -> set[str]:
        place = entry(name, Kind.PLACE).concept
        entries = LEXICON.entries.items()
        return {str(c) for c, said in entries if c.kind is Kind.PLACE and place in said.linked(Relation.IN)}

    assert len(inside("EU")) == 27
    assert inside("EEA") == {"European Union", "Iceland", "Liechtenstein", "Norway"}
    assert len(below("US state", Kind.PLACE)) == 50
    assert len(below("country", Kind.PLACE)) >= 193


def test_a_third_country_is_any_outside_the_economic_area() -> None:
    third = {key(str(concept)) for concept in below("third country", Kind.PLACE)}
    assert {"united state", "japan", "switzerland", "united kingdom", "hong kong"} <= third
    assert not {"france", "norway", "iceland", "liechtenstein"} & third


@pytest.mark.parametrize(
    ("name", "kind", "parent"),
    [
        ("ad targeting", Kind.PURPOSE, "advertising"),
        ("targeted advertising", Kind.PURPOSE, "marketing"),
        ("business purposes", Kind.PURPOSE, "vague purpose"),
        ("purchases", Kind.DATA, "personal data"),
        ("genetic data", Kind.DATA, "special category data"),
        ("financial data", Kind.DATA, "nonpublic personal information"),
        ("sub-processor", Kind.PARTY, "processor"),
        ("opt-in consent", Kind.CONDITION, "consent"),
        ("prior written approval", Kind.CONDITION, "written approval"),
        ("sell", Kind.ACTION, "share"),
        ("return", Kind.ACTION, "delete"),
        ("destroy", Kind.ACTION, "delete"),
        ("audit", Kind.ACTION, "interact"),
        ("standard contractual clauses", Kind.THING, "safeguard"),
        ("expiry", Kind.EVENT, "event"),
        ("GDPR", Kind.LAW, "data protection law"),
        ("school children", Kind.PEOPLE, "children"),
    ],
)
def test_what_the_engine_and_the_rules_lean_on(name: str, kind: Kind, parent: str) -> None:
    parents = {key(str(concept)) for concept in above(entry(name, kind).concept)}
    assert key(parent) in parents


@pytest.mark.parametrize("name", ["share", "receive", "notify", "return", "assist", "engage", "instruct", "sell"])
def test_what_has_a_counterparty_is_below_interact(name: str) -> None:
    assert "interact" in {concept.key for concept in above(entry(name, Kind.ACTION).concept)}


def test_advertising_does_not_follow_from_all_that_is_financial() -> None:
    """A ban on advertising is no reason to withhold an account's balance."""
    advertising = entry("advertising", Kind.PURPOSE).concept
    financial = entry("financial data", Kind.DATA).concept
    assert advertising in entry("location data", Kind.DATA).linked(Relation.SERVES)
    for concept in {financial} | above(financial):
        assert advertising not in LEXICON.linked(concept, Relation.SERVES)
