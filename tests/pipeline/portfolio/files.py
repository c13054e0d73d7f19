"""Random portfolios: files of agreements whose parties, names and titles meet now and then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

PARTIES = ("Alder Bank", "Birch Media", "Cedar Shop", "Dogwood Lab")
DATA = ("location data", "financial data", "email addresses", "account history")
PURPOSES = ("advertising", "research", "fraud prevention")
LIMITS = (
    "",
    " for {purpose}",
    " only for {purpose}",
    " with consent",
    " for {purpose} with consent",
    " until 2021-05-01",
)
OTHERS = (
    "{one} must notify {other} within 72 hours after a breach",
    "{one} must delete {data} within 30 days after termination",
    "{one} may share {data} with {third}",
    "Despite 1, {one} may use {data} for {purpose}",
    "{one} must not share {data} with anyone",
    "Anyone may use {data} for {purpose}",
    "The processor must not use {data}",
    "{one} must use {data} or {more} for {purpose}",
)
SUPPRESSIONS = (
    *("",) * 9,
    "  # policyc: ignore[contradiction, look-alike-name]: agreed",
    "  # policyc: ignore[contradiction, alias] until 2020-01-01: agreed",
    "  # policyc: ignore[retention-unaddressed, nonsense]: agreed",
    "  # policyc: ignore: agreed",
)
LAWS = (
    ', under "GDPR Art. 28"',
    ', from 2020-01-01, under "GDPR", "LGPD"',
    ', from 2017-01-01, using "GDPR Article 28"',
)
HEADERS = (*LAWS, "", ", from 2020-01-01 until 2022-12-31", " is proposed", " is a template", ", from 2021-01-01")
Draw = Callable[[st.SearchStrategy[str]], str]


@st.composite
def portfolios(draw: st.DrawFn) -> list[str]:
    """The texts of a few files."""
    count = draw(st.integers(2, 6))
    return [draw(files(number, count)) for number in range(count)]


@st.composite
def files(draw: st.DrawFn, number: int, count: int) -> str:
    """One file: its own names, one agreement or two, now and then a vocabulary or a policy."""
    pick: Callable[..., str] = lambda *choices: draw(st.sampled_from(choices))  # noqa: E731
    one, other, third = draw(st.permutations(PARTIES))[:3]
    lines = [f"{party} is a company." for party in (one, other, third)]
    lines.append("Account history is financial data.")
    if draw(st.integers(0, 2)) == 0:
        lines.append(f"{one} is a controller. {other} is a processor.")
    if draw(st.integers(0, 4)) == 0:
        lines.append(f"{pick(*PARTIES)[:-1]}o is a company.")
    link = pick("", "", "", ', amends "Deal {}"', ', incorporates "Deal {}"', ', replaces "Deal {}"')
    link = link.format(draw(st.integers(0, count - 1).filter(lambda at: at != number)))
    lines.append(f'agreement "Deal {number}" between {one} and {other}{pick(*HEADERS) if not link else ""}{link}.')
    for label in range(1, draw(st.integers(2, 5))):
        words = {"one": one, "other": other, "third": third, "data": pick(*DATA), "more": pick(*DATA)}
        words |= {"purpose": pick(*PURPOSES)}
        acts = (f"{{one}} {pick('may', 'must not', 'may', 'must')} use {{data}}", "{other} may share {data} with {one}")
        clause = pick(*(act + pick(*LIMITS) for act in acts * 2), *OTHERS)
        lines.append(f"{label}: {clause.format(**words)}.{pick(*SUPPRESSIONS)}")
    if draw(st.integers(0, 4)) == 0:
        lines.append(f'"Deal {draw(st.integers(0, count - 1))}" prevails over this agreement.')
    if draw(st.integers(0, 7)) == 0:
        lines.append(f'policy "House rules {number}".')
        lines.append(f"1: Each agreement must provide that {{}} must not use {pick(*DATA)}.".format("each party"))
    return "\n".join(lines) + "\n"


def written(texts: list[str], folder: Path) -> Path:
    """A folder that holds some texts, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number}.policy").write_text(text, encoding="utf-8")
    return folder
