"""Shipped laws brought in by declarations and users, told the same however files are divided, kept or spread."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyc.pipeline import law_texts, laws
from policyc.pipeline.check import Checked, Settings, check_paths
from policyc.pipeline.law_texts import law_source, law_text
from policyc.pipeline.portfolio import examine as portfolio
from policyc.pipeline.road import Examination, examine
from policyc.pipeline.run import run
from policyc.report import Held, LawView
from policyc.source import Source

PARTIES = "Acme is a bank and a controller. Globex is a processor.\n"
DEAL = 'agreement "Deal {0}" between Acme and Globex{1}.\n1: Acme may share contact data with Globex for hosting.\n'


def examined(header: str, *others: str, asked: tuple[str, ...] = ()) -> Examination:
    """An agreement with a header, and other files beside it."""
    texts = [PARTIES + DEAL.format(1, header), *others]
    return examine([Source(f"{at}.policy", text) for at, text in enumerate(texts)], laws=asked)


def held(examination: Examination) -> list[tuple[str, Held]]:
    """What became of the laws."""
    return [(each.law, each.held) for each in examination.facts.requirements.applications]


def unmet(examination: Examination) -> list[str]:
    """What is found of requirements."""
    return [each.message for each in examination.findings.found if each.rule == "requirement-unmet"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", [("", Held.UNDECLARED)]),
        (', under "GDPR Art. 28"', [("GDPR Article 28", Held.APPLIED)]),
        (', using "GDPR Article 28"', [("GDPR Article 28", Held.APPLIED)]),
        (
            ', from 2018-05-25, under "GDPR"',
            [("GDPR Article 28", Held.APPLIED), ("GDPR transfers", Held.NOT_MEANT)],
        ),
        (
            ', from 2018-05-24, under "GDPR"',
            [("GDPR Article 28", Held.NOT_IN_FORCE), ("GDPR transfers", Held.NOT_IN_FORCE)],
        ),
        (', under "PSD2 Art. 66"', [("PSD2 payment initiation", Held.NOT_MEANT)]),
        (', under "LGPD"', [("LGPD", Held.UNKNOWN)]),
        (', under "GDPR Art. 6"', [("GDPR Art. 6", Held.UNKNOWN)]),
        (', under "GDPR Art. 28" and "LGPD"', [("GDPR Article 28", Held.APPLIED), ("LGPD", Held.UNKNOWN)]),
    ],
)
def test_what_an_agreement_declares_is_held_against_it(header: str, expected: list[tuple[str, Held]]) -> None:
    examination = examined(header)
    assert held(examination) == expected
    assert bool(unmet(examination)) == ((expected[0][1]) is Held.APPLIED)
    assert "dangling-reference" not in {each.rule for each in examination.findings.found}


def test_why_a_law_was_not_held_is_told() -> None:
    (old,) = examined(', from 2018-05-24, under "GDPR Art. 28"').facts.requirements.applications
    assert old.why == "in force from 2018-05-25, and the agreement begins on 2018-05-24"
    (other,) = examined(', under "PSD2 Art. 66"').facts.requirements.applications
    assert other.why == ("it speaks to every agreement in which the payment initiation service provider is not a bank")


def test_a_user_holds_a_law_against_what_declares_none() -> None:
    examination = examined("", asked=("gdpr",))
    assert held(examination) == [("GDPR Article 28", Held.APPLIED), ("GDPR transfers", Held.NOT_MEANT)]
    assert unmet(examination)
    assert not unmet(examined("", asked=("HIPAA",)))


def test_the_policy_of_a_file_takes_the_place_of_the_shipped_law_of_its_title() -> None:
    own = 'policy "GDPR Article 28".\nR1: Every agreement must provide that the processor must not sell data.\n'
    examination = examined(', under "GDPR Article 28"', own)
    assert held(examination) == [("", Held.UNDECLARED)]
    assert [each.split(" of ")[0] for each in unmet(examination)] == ["R1"]


def test_which_names_mean_no_shipped_law() -> None:
    assert laws.unknown(["GDPR", "LGPD", "Regulation P", "GDPR Art. 6"]) == ["LGPD", "GDPR Art. 6"]


# The texts


def test_a_text_is_found_by_the_path_of_its_quotes() -> None:
    finding = next(each for each in examined(', under "GDPR"').findings.found if each.rule == "requirement-unmet")
    place = finding.related[0].place
    source = law_source(place.path)
    assert source is not None
    assert source.lines[place.line - 1].startswith("28(2):")
    assert law_source("policyc:law/none.policy") is None
    assert law_source("0.policy") is None


def test_a_law_without_a_header_or_with_a_fault_is_a_fault_of_policyc() -> None:
    with pytest.raises(RuntimeError, match="has no header"):
        law_text(Source("x.policy", "# nothing"))
    with pytest.raises(RuntimeError, match="is broken"):
        laws.law(Source("x.policy", 'policy "X".\nR1: Every agreement must.\n'))


def test_headers_tell_what_a_law_is_under() -> None:
    text = '# A law.\npolicy "X", from 2020-01-01, under "A Art. 1" and "B\n    Act", per "us".\nR1: x.'
    found = law_text(Source("x.policy", text))
    assert (found.title, found.under) == ("X", ("A Art. 1", "B Act"))


# Many files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Agreements that declare laws, and some that do not."""
    headers = ["", ', under "GDPR"', ', from 2017-01-01, under "GDPR"', ', under "LGPD"', ', using "GDPR Article 28"']
    for number, header in enumerate(headers * 2):
        (tmp_path / f"{number}.policy").write_text(PARTIES + DEAL.format(number, header))
    return tmp_path


def told(checked: Checked) -> tuple[object, ...]:
    """What a reader is told, laws included."""
    report = checked.report
    return report.findings, report.unchecked, report.laws, report.summary


@pytest.mark.parametrize("asked", [(), ("GDPR",), ("HIPAA", "Regulation P")])
def test_files_apart_and_kept_results_say_the_same(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    whole = run([str(folder)]) if not asked else None
    together = check_paths([str(folder)], Settings(laws=asked))
    monkeypatch.setattr(portfolio, "FEW", 0)
    apart = check_paths([str(folder)], Settings(laws=asked))
    first = check_paths([str(folder)], Settings(laws=asked, cache=cache))
    again = check_paths([str(folder)], Settings(laws=asked, cache=cache))
    assert told(together) == told(apart) == told(first) == told(again)
    if whole:
        assert (whole.report.findings, whole.report.laws) == (together.report.findings, together.report.laws)


def test_results_without_a_law_are_not_taken_for_those_with_it(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    without = check_paths([str(folder)], Settings(cache=cache))
    with_it = check_paths([str(folder)], Settings(cache=cache, laws=("GDPR",)))
    assert counted(with_it, Held.APPLIED) > counted(without, Held.APPLIED)
    assert told(check_paths([str(folder)], Settings(cache=cache))) == told(without)


def counted(checked: Checked, outcome: Held) -> int:
    """How many laws came to something."""
    views: tuple[LawView, ...] = checked.report.laws
    return sum(each.held is outcome for each in views)


def test_texts_of_laws_can_be_quoted(folder: Path) -> None:
    checked = check_paths([str(folder)], Settings())
    paths = {part.place.path for finding in checked.report.findings for part in finding.related}
    shipped = [path for path in paths if path.startswith(law_texts.PLACE)]
    assert shipped
    assert all(checked.texts[path].text for path in shipped)
