"""Every sentence form of the language says what it should: its tree, form by form."""

from datetime import date
from pathlib import Path

import pytest

from policyc.syntax import format_tree, tree
from tests.syntax.parsing import only, read

HERE = (0, 0)
EXAMPLES = Path(__file__).with_name("language-examples.policy")


def name(text: str) -> tree.Name:
    return tree.Name(text, HERE)


def quote(text: str) -> tree.Quote:
    return tree.Quote(text, HERE)


def names(*texts: str, joiner: tree.Joiner | None = None) -> tree.Names:
    return tree.Names(tuple(map(name, texts)), joiner, HERE)


def said(word: str, *texts: str, joiner: tree.Joiner | None = None) -> tree.Property:
    return tree.Property(word, names(*texts, joiner=joiner), None, None, HERE)  # type: ignore[arg-type]


def quoted(word: str, text: str) -> tree.Property:
    return tree.Property(word, None, quote(text), None, HERE)  # type: ignore[arg-type]


def phrase(word: str, *texts: str, mode: tree.Mode = "", joiner: tree.Joiner | None = None) -> tree.NamePhrase:
    return tree.NamePhrase(word, names(*texts, joiner=joiner), mode, HERE)  # type: ignore[arg-type]


def length(count: int, unit: str) -> tree.Duration:
    return tree.Duration(count, unit, HERE)  # type: ignore[arg-type]


def lasting(word: str, count: int, unit: str) -> tree.DurationPhrase:
    return tree.DurationPhrase(word, length(count, unit), "", HERE)  # type: ignore[arg-type]


def day(word: str, when: date) -> tree.DatePhrase:
    return tree.DatePhrase(word, tree.Date(when, HERE), "", HERE)  # type: ignore[arg-type]


def references(*labels: str) -> tuple[tree.Reference, ...]:
    return tuple(tree.Reference(label, HERE) for label in labels)


def per(who: str, words: str | None = None) -> tree.Per:
    return tree.Per(quote(who), quote(words) if words else None, HERE)


def does(
    who: str,
    modal: tree.Modal,
    verbs: str | tree.Names,
    what: str | tree.Names | None,
    *phrases: tree.Phrase,
    written: str = "",
    lead: tuple[tree.Phrase, ...] = (),
    neither: bool = False,
) -> tree.Statement:
    """A statement with one subject."""
    acts = names(verbs) if isinstance(verbs, str) else verbs
    about = names(what) if isinstance(what, str) else what
    subject = tree.Subject(names(who), neither, HERE)
    return tree.Statement(
        lead,
        subject,
        modal,
        written or modal,
        tree.Act(acts, about, HERE),
        phrases,
        None,
        HERE,
    )


def clause(label: str | None, statement: tree.Statement) -> tree.Clause:
    return tree.Clause(tree.Label(label, HERE) if label else None, statement, HERE)


def definition(text: str, *properties: tree.Property) -> tree.Definition:
    return tree.Definition(None, name(text), properties, HERE)


def header(kind: str, title: str, *phrases: tree.HeaderPhrase) -> tree.Header:
    return tree.Header(kind, quote(title), phrases, HERE)  # type: ignore[arg-type]


def clauses(*labels: str) -> tree.Target:
    return tree.Target("clauses", references(*labels), None, HERE)


THIS = tree.Target("this agreement", (), None, HERE)
OTHER = tree.Target("any other agreement", (), None, HERE)
AFTER_TERMINATION = phrase("after", "termination")
DEFINITIONS = [
    definition(
        "Facebook",
        quoted("means", "Facebook, Inc."),
        said("is", "a platform", "an advertiser", joiner="and"),
        said("in", "the United States"),
    ),
    definition("Customers", said("is", "people")),
    definition(
        "Account balances",
        quoted("means", "checking account balances"),
        said("is", "financial data"),
        said("about", "customers"),
    ),
    definition(
        "Card transactions",
        said("is", "financial data"),
        said("about", "customers"),
        said("reveals", "shopping location", "purchases", joiner="and"),
    ),
    definition(
        "Shopping location",
        said("is", "location data"),
        quoted("also called", "where users shop"),
        said("serves", "advertising"),
    ),
    definition(
        "Bank data", said("includes", "account balances", "card transactions", "shopping location", joiner="and")
    ),
    definition(
        "Account checking",
        said("is", "a purpose"),
        said("needs", "account balances", "card transactions", joiner="and"),
    ),
    definition("Date of birth", said("is", "identity data"), said("about", "customers")),
    definition("Insurance policy numbers", said("is", "financial data"), said("about", "data subjects")),
    definition("Opt-in consent", said("is", "consent")),
    definition(
        "Spending profiles",
        said("is", "data"),
        said("derived from", "card transactions"),
        tree.Property("bound by the same terms", None, None, None, HERE),
    ),
]
DEAL = header(
    "agreement",
    "Deal",
    tree.HeaderPhrase("between", names("Facebook", "Chase", joiner="and"), None, None, HERE),
    tree.HeaderPhrase("from", None, tree.Date(date(2018, 8, 6), HERE), None, HERE),
    tree.HeaderPhrase("proposed", None, None, None, HERE),
    tree.HeaderPhrase("using", tree.Names((quote("GLBA"),), None, HERE), None, None, HERE),
    tree.HeaderPhrase("per", None, None, per("Wall Street Journal"), HERE),
)
CLAUSES = [
    clause(
        "4.1",
        does(
            "Facebook",
            "may",
            "use",
            "bank data",
            phrase("for", "account checking", mode="only"),
            phrase("with", "opt-in consent"),
        ),
    ),
    clause(
        "4.2",
        does(
            "Facebook",
            "must not",
            names("use", "sell", joiner="or"),
            "any bank data",
            phrase("for", "advertising"),
            per("Elizabeth Diana", "not for advertising or anything else"),
        ),
    ),
    clause("4.3", does("Chase", "must", "share", "shopping location", phrase("with", "Facebook"), written="will")),
    clause(
        "4.4(a)",
        does("Facebook", "must", "delete", "card transactions", lasting("within", 30, "day"), AFTER_TERMINATION),
    ),
    clause(
        "5",
        does(
            "Facebook",
            "must",
            "notify",
            "Chase",
            tree.SoftDeadline("without undue delay", HERE),
            lasting("within", 72, "hour"),
            phrase("after", "a breach"),
        ),
    ),
    clause(
        "6",
        does(
            "Facebook",
            "must not",
            "share",
            "any data",
            tree.ExceptNames(names("account balances"), HERE),
            phrase("with", "anyone"),
            tree.ExceptNames(names("the auditor"), HERE),
        ),
    ),
    clause(
        "7",
        does(
            "Facebook",
            "may",
            "share",
            "bank data",
            phrase("with", "law enforcement"),
            tree.ConditionPhrase("if", name("a court order exists"), "", HERE),
            lead=(tree.OrderPhrase("despite", references("6"), HERE),),
        ),
    ),
    clause(
        "8",
        does(
            "The processor",
            "must not",
            "share",
            "personal data",
            phrase("with", "subprocessors"),
            phrase("under", "the same terms", mode="except"),
        ),
    ),
    clause("9", does("The vendor", "must not", "use", "licensed data", tree.ExceptAllowed(HERE))),
    clause(
        "10",
        does("party", "must not", "sell", "personal data", phrase("about", "children"), written="may", neither=True),
    ),
    clause(
        "11",
        does(
            "Chase",
            "may",
            "audit",
            "Facebook",
            tree.FrequencyPhrase(1, length(1, "year"), HERE),
            lasting("notice", 10, "business day"),
        ),
    ),
    clause(
        "12",
        tree.Statement(
            (),
            tree.Subject(names("The processor"), False, HERE),
            "must",
            "must",
            None,
            (),
            does("subprocessors", "may", "use", "personal data", phrase("for", "the services", mode="only")),
            HERE,
        ),
    ),
    clause(
        "13",
        does(
            "Facebook",
            "must",
            names("return", "delete", joiner="or"),
            "bank data",
            lasting("within", 60, "day"),
            AFTER_TERMINATION,
        ),
    ),
    clause(
        "14",
        does(
            "Facebook",
            "need not",
            "notify",
            "Chase",
            tree.ConditionPhrase("if", name("law forbids notice"), "", HERE),
        ),
    ),
    clause(
        "2.b",
        does(
            "Facebook",
            "must not",
            "share",
            "bank data",
            phrase("with", "data brokers"),
            phrase("with", "consent", mode="even"),
            written="will not",
        ),
    ),
    clause(
        "10A",
        does(
            "Chase",
            "must not",
            "disclose",
            "account balances",
            phrase("outside", "the European Union"),
            written="shall not",
            lead=(tree.OrderPhrase("despite", (), HERE),),
        ),
    ),
]
BETWEEN_CLAUSES: list[tree.Sentence] = [
    tree.Precedence(None, clauses("4.2"), clauses("6"), HERE),
    tree.Precedence(None, THIS, OTHER, HERE),
    tree.Precedence(None, tree.Target("title", (), quote("Standard Contractual Clauses"), HERE), THIS, HERE),
    tree.Survival(None, references("4", "5"), False, None, None, HERE),
    tree.Survival(None, references("9"), False, length(1, "year"), None, HERE),
    tree.Survival(None, references("2.b", "12"), True, None, None, HERE),
]
RULES = header("policy", "House rules", tree.HeaderPhrase("from", None, tree.Date(date(2020, 1, 1), HERE), None, HERE))
REQUIREMENTS = [
    tree.Requirement(
        tree.Label("R1", HERE),
        False,
        (tree.Selector("where", names("the recipient"), names("a processor"), False, HERE),),
        does(
            "the processor",
            "must",
            "notify",
            "the controller",
            lasting("within", 72, "hour"),
            phrase("after", "a breach"),
        ),
        HERE,
    ),
    tree.Requirement(
        tree.Label("R2", HERE),
        True,
        (),
        does(
            "a bank",
            "may",
            "share",
            "nonpublic personal information",
            phrase("with", "anyone"),
            phrase("for", "marketing"),
        ),
        HERE,
    ),
    tree.Requirement(
        tree.Label("R3", HERE),
        False,
        (tree.Selector("about", names("health data"), None, False, HERE),),
        does("the recipient", "must", "delete", "health data", AFTER_TERMINATION),
        HERE,
    ),
]
SCENARIOS = [
    tree.Scenario(
        None,
        quote("ads by shops visited"),
        names("Facebook uses shopping location"),
        (phrase("for", "ad targeting"), day("on", date(2018, 9, 1))),
        "forbidden",
        references("4.2"),
        HERE,
    ),
    tree.Scenario(
        None,
        quote("balance at a glance"),
        names("Facebook uses account balances"),
        (phrase("for", "account checking"), phrase("with", "opt-in consent")),
        "permitted",
        (),
        HERE,
    ),
]
EXPECTED: list[tree.Sentence] = [
    *DEFINITIONS, DEAL, *CLAUSES, *BETWEEN_CLAUSES, RULES, *REQUIREMENTS, *SCENARIOS
]  # fmt: skip


@pytest.fixture(scope="module")
def examples() -> tree.Tree:
    return read(EXAMPLES.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("place", "expected"), list(enumerate(EXPECTED)))
def test_a_sentence_says_what_it_should(examples: tree.Tree, place: int, expected: tree.Sentence) -> None:
    assert examples.sentences[place] == expected


def test_no_sentence_is_left_over(examples: tree.Tree) -> None:
    assert len(examples.sentences) == len(EXPECTED)


def test_the_examples_stand_in_canonical_form(examples: tree.Tree) -> None:
    assert read(format_tree(examples)) == examples


FORMS = {
    "Neither Facebook nor Chase shall resell data.": tree.Clause(
        None,
        tree.Statement(
            (),
            tree.Subject(names("Facebook", "Chase", joiner="or"), True, HERE),
            "must not",
            "shall",
            tree.Act(names("resell"), names("data"), HERE),
            (),
            None,
            HERE,
        ),
        HERE,
    ),
    "For 30 days, Facebook may keep data.": clause(
        None, does("Facebook", "may", "keep", "data", lead=(lasting("for", 30, "day"),))
    ),
    "Within 30 days after termination, Facebook must delete data.": clause(
        None,
        does("Facebook", "must", "delete", "data", lead=(lasting("within", 30, "day"), AFTER_TERMINATION)),
    ),
    "Despite section 6 and 7(b), after termination, Facebook may keep data.": clause(
        None,
        does(
            "Facebook",
            "may",
            "keep",
            "data",
            lead=(tree.OrderPhrase("despite", references("6", "7(b)"), HERE), AFTER_TERMINATION),
        ),
    ),
    "Facebook may keep data subject to clauses 4, 5 and 6.": clause(
        None, does("Facebook", "may", "keep", "data", tree.OrderPhrase("subject to", references("4", "5", "6"), HERE))
    ),
    "Facebook must cooperate.": clause(None, does("Facebook", "must", "cooperate", None)),
    "Facebook must not reveal, include or serve data.": clause(
        None, does("Facebook", "must not", names("reveal", "include", "serve", joiner="or"), "data")
    ),
    "Facebook may keep data for at least 2 years until 2027-12-31.": clause(
        None,
        does("Facebook", "may", "keep", "data", lasting("for at least", 2, "year"), day("until", date(2027, 12, 31))),
    ),
    "Facebook must notify Chase at least forty-five (45) calendar days before the transfer.": clause(
        None,
        does("Facebook", "must", "notify", "Chase", lasting("at least", 45, "day"), phrase("before", "the transfer")),
    ),
    "Facebook may keep data if not (consent or notice) and order.": clause(
        None,
        does(
            "Facebook",
            "may",
            "keep",
            "data",
            tree.ConditionPhrase(
                "if",
                tree.Combination(
                    "and",
                    (
                        tree.Not(tree.Combination("or", (name("consent"), name("notice")), HERE), HERE),
                        name("order"),
                    ),
                    HERE,
                ),
                "",
                HERE,
            ),
        ),
    ),
    'Facebook may keep data unless "the order is sealed", every 3 months, on 1 day\'s notice.': clause(
        None,
        does(
            "Facebook",
            "may",
            "keep",
            "data",
            tree.ConditionPhrase("unless", quote("the order is sealed"), "", HERE),
            lasting("every", 3, "month"),
            lasting("notice", 1, "day"),
        ),
    ),
    "Section 4.2 prevails over section 6.": tree.Precedence(None, clauses("4.2"), clauses("6"), HERE),
    "9: Clauses 4, 5 and IV.c.11 prevail over article no-ads.": tree.Precedence(
        tree.Label("9", HERE), clauses("4", "5", "IV.c.11"), clauses("no-ads"), HERE
    ),
    "The stricter clause prevails.": tree.StricterPrevails(None, HERE),
    "No clause survives termination.": tree.Survival(None, (), True, None, None, HERE),
    "Clause 1-Definitions-002 survives until expiry.": tree.Survival(
        None, references("1-Definitions-002"), False, None, names("expiry"), HERE
    ),
    'Every agreement under "GDPR Art. 28", where the parties are not banks, must provide that Chase must pay.': (
        tree.Requirement(
            None,
            False,
            (
                tree.Selector("under", tree.Names((quote("GDPR Art. 28"),), None, HERE), None, False, HERE),
                tree.Selector("where", names("the parties"), names("banks"), True, HERE),
            ),
            does("Chase", "must", "pay", None),
            HERE,
        )
    ),
    'Vocabulary "Names", is a template, replaces "Old names".': header(
        "vocabulary",
        "Names",
        tree.HeaderPhrase("template", None, None, None, HERE),
        tree.HeaderPhrase("replaces", tree.Names((quote("Old names"),), None, HERE), None, None, HERE),
    ),
    "Guesses are data, free of those terms, excludes facts.": definition(
        "Guesses",
        said("is", "data"),
        tree.Property("free of those terms", None, None, None, HERE),
        said("excludes", "facts"),
    ),
}


@pytest.mark.parametrize("text", FORMS)
def test_a_rarer_form_says_what_it_should(text: str) -> None:
    assert only(text) == FORMS[text]


@pytest.mark.parametrize(
    "label", ["1-Definitions-002", "IV.c.11", "R1", "no-ads", "4.4(a)", "2.b", "10A", "7(c)(ii)", "A", "no-ads(1)"]
)
def test_a_label_can_be_written_and_referred_to(label: str) -> None:
    parsed = only(f"{label}: Despite {label}, Facebook may keep data subject to clause {label}.")
    assert isinstance(parsed, tree.Clause)
    assert parsed.label == tree.Label(label, HERE)
    assert parsed.statement.lead == (tree.OrderPhrase("despite", references(label), HERE),)
    assert parsed.statement.phrases == (tree.OrderPhrase("subject to", references(label), HERE),)
