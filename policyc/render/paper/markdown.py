"""A paper as Markdown: what CommonMark and GitHub read, and plain enough to be read as it is."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.render.markdown_text import code, code_in_table, escaped
from policyc.render.paper.blocks import Block, Bullets, Heading, Kind, Paper, Paragraph, Span, Style, Table, Words

MARKS = {Style.STRONG: "**", Style.EMPHASIS: "*"}


def markdown(paper: Paper) -> str:
    """The whole paper."""
    return "\n\n".join("\n".join(lines(block)) for block in paper.blocks) + "\n"


def lines(block: Block) -> Iterator[str]:
    """The lines of a block."""
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {inline(block.words)}"
        case Paragraph(words, Kind.VERDICT):
            yield f"**{inline(words)}**"
        case Paragraph(words, Kind.QUOTE):
            yield f"> {inline(words)}"
        case Paragraph(words):
            yield inline(words)
        case Bullets(items, numbered):
            for number, words in enumerate(items, 1):
                yield f"{f'{number}.' if numbered else '-'} {inline(words)}"
        case Table():
            yield from table_lines(block)


def table_lines(table: Table) -> Iterator[str]:
    """A table, what it tells above it."""
    if table.titled:
        yield f"*{escaped(table.caption)}*"
        yield ""
    yield row([escaped(name) for name in table.columns])
    yield row(["---"] * len(table.columns))
    for cells in table.rows:
        yield row([inline(cell, in_table=True) for cell in cells])


def row(cells: list[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def inline(words: Words, in_table: bool = False) -> str:
    """Spans in their styles, what they say escaped; without blanks at the edges, which mean code or a line break."""
    return "".join(span(each, in_table) for each in words).strip()


def span(each: Span, in_table: bool) -> str:
    """One span; blanks at its edges stay outside of its marks, as Markdown wants it."""
    lead = each.words[: len(each.words) - len(each.words.lstrip())]
    tail = each.words[len(each.words.rstrip()) :] if each.words.strip() else ""
    if not each.words.strip():
        return each.words
    if each.style is Style.CODE:
        shown = code_in_table(each.words.strip()) if in_table else code(each.words.strip())
    else:
        mark = MARKS.get(each.style, "")
        shown = f"{mark}{escaped(each.words)}{mark}"
    return f"{lead}{shown}{tail}"
