"""Text to tree and back: the only package that knows Lark."""

from policyc.syntax.format import format_tree
from policyc.syntax.parse import parse, parse_question
from policyc.syntax.write import write_sentence

__all__ = ["format_tree", "parse", "parse_question", "write_sentence"]
