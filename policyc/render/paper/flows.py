"""Who gives what to whom, and who may do what, as tables on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policyc.render.html.findings import references
from policyc.render.html.flows import FlowRow, rows
from policyc.render.html.view import Page
from policyc.render.paper.blocks import Block, Bullets, Heading, Span, Style, Table, Words
from policyc.render.paper.words import finding_list, joined, line, prose, said, strong, text
from policyc.render.phrases import clause_words, listed
from policyc.render.picture import arrows
from policyc.render.picture.label import voice
from policyc.render.picture.matrix import Block as Part
from policyc.render.picture.matrix import CellItem, MatrixItem, RowItem

FLOW_COLUMNS = ("Who", "Gives what", "To whom", "For what", "Where it is said", "Findings")
STANDINGS = (
    ("permitted", ""),
    ("conditional", "permitted under a condition that is named"),
    ("forbidden", ""),
    ("mixed", "some of it stands otherwise than the rest"),
    ("conflicting", "both permitted and forbidden"),
    ("silent", "nothing is said"),
    ("not weighed", "too many cases"),
)


def flows(page: Page) -> Iterator[Block]:
    """The section of flows."""
    yield Heading(1, said("Who gives what to whom, for what"), "flows")
    known = references(item for group in page.groups for item in group.items)
    found = [row for arrow in arrows(page.report.flows) for row in rows(arrow, page.anchors, known)]
    if not found:
        yield text("No clause has anyone give data to anyone.")
        return
    yield Table("The flows, clause by clause", FLOW_COLUMNS, tuple(map(flow_row, found)), (3, 4, 3, 4, 4, 3))


def flow_row(row: FlowRow) -> tuple[Words, ...]:
    """One flow of one clause."""
    terms = row.terms
    where = ", ".join(part for part in (terms.agreement, clause_words(terms.clause)) if part)
    return (
        said(listed(name or "not named" for name in row.givers)),
        (Span(f"{voice(terms)} ", Style.EMPHASIS), *said(listed(terms.data) or "data of any kind")),
        said(listed(name or "not named" for name in row.takers)),
        joined((purposes(row), said(terms.condition)), "; "),
        said(where, row.target),
        finding_list(row.references) or said("none"),
    )


def purposes(row: FlowRow) -> Words:
    """For what something is given; that no purpose is stated stands out."""
    if row.terms.purposes:
        return said(listed(row.terms.purposes))
    return said("any purpose") if row.terms.forbidden else strong("no purpose stated")


def matrices(page: Page) -> Iterator[Block]:
    """The section of matrices; none where there is none."""
    if not page.matrices:
        return
    yield Heading(1, said("Who may do what"), "matrix")
    signs = (f"{word}: {meaning}" if meaning else word for word, meaning in STANDINGS)
    yield text(f"The words of the tables: {'; '.join(signs)}.")
    for group in page.matrices:
        yield Heading(2, said(group.agreement.words, group.agreement.target))
        for item in group.items:
            yield from matrix_blocks(item)


def matrix_blocks(item: MatrixItem) -> Iterator[Block]:
    """One matrix, in as many tables as it takes."""
    title = line(f"What {item.matrix.party} {item.question}")
    yield Heading(3, said(title), item.anchor)
    for part in item.blocks:
        caption = f"{title} ({part.words})" if part.words else title
        yield Table(caption, ("Data", *part.columns), tuple(map(matrix_row, part.rows)), shares(part), bool(part.words))
    if item.notes:
        yield text("Notes to this table:")
        yield Bullets(tuple(prose(note) for note in item.notes), numbered=True)
    if wider := item.matrix.wider_rows:
        yield text(f"Of {listed(wider)} nothing is said but what is said of narrower data above.")
    yield from unsaid("Data", item.matrix.unsaid_rows)
    yield from unsaid(f"{item.matrix.across.capitalize()}s", item.matrix.unsaid_columns)
    if item.matrix.left_out:
        yield text(item.matrix.left_out)


def shares(part: Part) -> tuple[int, ...]:
    """How wide the columns of a matrix are."""
    return (3, *(2 for _ in part.columns))


def unsaid(kind: str, names: Sequence[str]) -> Iterator[Block]:
    """What nothing is said of."""
    if names:
        yield text(f"{kind} of which nothing is said: {listed(names)}.")


def matrix_row(row: RowItem) -> tuple[Words, ...]:
    """One kind of data, or several of which the very same is said."""
    return (said(", ".join(row.names)), *map(cell_words, row.cells))


def cell_words(cell: CellItem) -> Words:
    """What is said, under which condition, by which clauses."""
    note = said(f"note {cell.note}") if cell.note else ()
    clauses = joined((said(each.words, each.target) for each in cell.clauses), ", ")
    deciding = (Span(f"{cell.word} "), *clauses) if cell.word else clauses
    return joined((strong(cell.standing.value), note, said(cell.terms), deciding), "; ")
