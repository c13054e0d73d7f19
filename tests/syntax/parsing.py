"""What tests of the syntax share: reading a text that must be sound, and its tokens."""

from collections.abc import Iterator
from functools import cache

from lark import Lark, Token
from lark.lexer import LexerThread

from policyc.findings import Finding
from policyc.resources import resource
from policyc.source import Source
from policyc.syntax import parse, tree


def read(text: str) -> tree.Tree:
    """The tree of a text in which every sentence can be read."""
    parsed, findings = parse(Source("test.policy", text))
    assert not parsed.broken, [finding.message for finding in findings.found]
    return parsed


def only(text: str) -> tree.Sentence:
    """The tree of a single sentence."""
    (sentence,) = read(text).sentences
    return sentence


def problem(text: str) -> Finding:
    """The one finding about a text."""
    (finding,) = parse(Source("test.policy", text))[1].found
    return finding


@cache
def strict_parser() -> Lark:
    """The grammar as Lark alone reads it, with every check that Lark has; needs ``interegular``."""
    grammar = (resource("grammar") / "policy.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", strict=True, start=["start", "question"])


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text as Lark's own lexer finds them."""
    lexer = strict_parser().parser.lexer
    yield from LexerThread.from_text(lexer, text).lex(None)  # type: ignore[no-untyped-call]
