"""Random trees of every kind: what a writer could have written, without places."""

from datetime import date
from unicodedata import normalize

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from policyc.source import Source
from policyc.syntax import tree

HERE = (0, 0)
JOINERS = ("and", "or")
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàéîößñœØ"
CYRILLIC = "бгджзийлпфцчшщэюя"
KANJI = "個人情報銀行"
SIGNS = "-'&/+0123456789_"

RESERVED = frozenset(
    [
        "a",
        "an",
        "the",
        "any",
        "all",
        "each",
        "every",
        "such",
        "following",
        "against",
        "prevail",
        "prevails",
        "is",
        "are",
        "may",
        "must",
        "shall",
        "will",
        "not",
        "need",
        "needs",
        "neither",
        "nor",
        "only",
        "except",
        "even",
        "if",
        "unless",
        "for",
        "to",
        "with",
        "without",
        "from",
        "in",
        "outside",
        "about",
        "after",
        "before",
        "on",
        "until",
        "within",
        "under",
        "despite",
        "between",
        "where",
        "per",
        "and",
        "or",
        "include",
        "includes",
        "exclude",
        "excludes",
        "reveal",
        "reveals",
        "serve",
        "serves",
        "upon",
        "when",
        "whenever",
        "while",
        "during",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "solely",
        "exclusively",
        "than",
        "nobody",
        "no",
        "none",
        "nothing",
        "no-one",
        "notwithstanding",
        "otherwise",
        "and/or",
        "as",
        "at",
        "including",
        "because",
        "but",
        "hereby",
        "herein",
        "hereof",
        "hereunder",
        "thereof",
        "thereto",
        "survive",
        "survives",
    ]
)
ORDINARY = [
    "data",
    "bank",
    "account",
    "Facebook",
    "Chase",
    "PayPal",
    "date",
    "of",
    "birth",
    "terms",
    "service",
    "insurance",
    "policy",
    "number",
    "subject",
    "required",
    "by",
    "law",
    "business",
    "hours",
    "user",
    "agreement",
    "matter",
    "clause",
    "library",
    "37signals",
    "AT&T",
    "Société",
    "Générale",
    "in-house",
    "counsel",
    "may-flower",
    "HIV/AIDS",
    "status",
    "opt-in",
    "party",
    "parties",
    "other",
    "person's",
    "vocabulary",
    "scenario",
    "section",
    "using",
    "means",
    "called",
    "this",
    "third",
    "3rd",
    "today's",
    "R&D",
    "C++",
    "non-public",
    "provided",
    "ensure",
    "live",
    "proposed",
    "template",
    "years",
    "days",
]
VERBS = ("use", "share", "sell", "Delete", "notify", "comply", "supply", "include", "reveal", "serve", "re-use")


def words() -> SearchStrategy[str]:
    """Words that names are made of."""
    made = [
        st.builds(str.__add__, st.sampled_from(letters), st.text(letters + SIGNS, max_size=6))
        for letters in (LATIN, CYRILLIC, KANJI)
    ]
    return st.sampled_from(ORDINARY) | st.one_of(made).filter(is_ordinary)


def is_ordinary(word: str) -> bool:
    """Whether a random word stays clear of reserved ones."""
    return word.lower() not in RESERVED


@st.composite
def name_texts(draw: st.DrawFn) -> str:
    """One to four words, articles among them."""
    parts = []
    for word in draw(st.lists(words(), min_size=1, max_size=4)):
        parts += [*draw(st.lists(st.sampled_from(("the", "any", "A", "all")), max_size=1)), word]
    return " ".join(parts)


def names_of(text: str) -> tree.Name:
    """A name without a place."""
    return tree.Name(text, HERE)


name = name_texts().map(names_of)
quote_texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters='"“”„‟‘’‚‛'), max_size=30
).map(lambda text: normalize("NFC", " ".join(text.split())))
quote = st.builds(tree.Quote, quote_texts, st.just(HERE)).filter(lambda made: made.text.isprintable())
item = st.one_of(name, name, name, quote)


def lists(items: SearchStrategy[tree.Name | tree.Quote], *, commas: bool = True) -> SearchStrategy[tree.Names]:
    """Lists of one to four items."""
    joiner = st.sampled_from((*JOINERS, None) if commas else JOINERS)
    several = st.builds(tree.Names, st.lists(items, min_size=2, max_size=4).map(tuple), joiner, st.just(HERE))
    return st.builds(tree.Names, st.tuples(items), st.none(), st.just(HERE)) | several


names = lists(item)
quotes = st.lists(quote, min_size=1, max_size=3).map(
    lambda items: tree.Names(tuple(items), "and" if len(items) > 1 else None, HERE)
)
duration = st.builds(
    tree.Duration,
    st.integers(0, 999_999),
    st.sampled_from(("second", "minute", "hour", "day", "business day", "week", "month", "quarter", "year")),
    st.just(HERE),
)
day = st.builds(tree.Date, st.dates(date(1, 1, 1), date(9999, 12, 31)), st.just(HERE))
label_texts = st.from_regex(
    r"[0-9A-Za-z][0-9A-Za-z_-]{0,5}(\.[0-9a-z-]{1,4}|\([0-9a-zIVX]{1,3}\)){0,3}", fullmatch=True
)
label = st.none() | st.builds(tree.Label, label_texts, st.just(HERE))
reference = st.builds(tree.Reference, label_texts.filter(lambda text: text.lower() not in RESERVED), st.just(HERE))
ranges = st.builds(tree.Reference, st.sampled_from(("2 to 7", "4(a) to (c)", "4.1 to 4.3")), st.just(HERE))
references = st.lists(reference | ranges, min_size=1, max_size=3).map(tuple)
per = st.builds(tree.Per, quote, st.none() | quote, st.just(HERE))
mode = st.sampled_from(("", "", "only", "except", "even"))
noun = st.sampled_from(("clause", "section", "article", "paragraph"))

STATUSES = ("live", "proposed", "template")
said_of = st.builds(
    lambda what, be, said: names_of(f"{what} {be} {said}"),
    name_texts(),
    st.sampled_from(("is", "are", "is not", "are not")),
    name_texts().filter(lambda text: not set(text.lower().split()) & set(STATUSES)),
)
condition = st.recursive(
    name | quote | said_of,
    lambda inner: (
        st.builds(tree.Not, inner, st.just(HERE))
        | st.builds(
            tree.Combination,
            st.sampled_from(JOINERS),
            st.lists(inner, min_size=2, max_size=3).map(tuple),
            st.just(HERE),
        )
    ),
    max_leaves=6,
)

NAME_WORDS = (
    "for",
    "to",
    "with",
    "without",
    "from",
    "in",
    "outside",
    "about",
    "after",
    "before",
    "on",
    "until",
    "under",
    "against",
    "as",
    "on behalf of",
    "through",
    "taking into account",
    "for longer than necessary for",
    "for no longer than necessary for",
    "than necessary for",
)
plain_phrase = st.one_of(
    st.builds(tree.DatePhrase, st.sampled_from(("from", "until", "on", "after", "before")), day, mode, st.just(HERE)),
    st.builds(
        tree.DurationPhrase,
        st.sampled_from(("for", "for at least", "for at most", "for more than", "within", "at least")),
        duration,
        mode,
        st.just(HERE),
    ),
    st.builds(tree.DurationPhrase, st.sampled_from(("every", "notice")), duration, st.just(""), st.just(HERE)),
    st.builds(tree.FrequencyPhrase, st.integers(1, 999), duration, st.just(HERE), st.booleans()),
    st.builds(
        tree.SoftDeadline,
        st.sampled_from(("promptly", "without undue delay", "as soon as reasonably practicable", "in a timely manner")),
        st.just(HERE),
    ),
    st.builds(
        tree.ConditionPhrase,
        st.sampled_from(("if", "unless", "when", "where", "while", "to the extent")),
        condition,
        mode,
        st.just(HERE),
    ),
    st.builds(tree.Anyhow, st.sampled_from(("at any time", "directly or indirectly")), st.just(HERE)),
    st.builds(tree.ExceptAllowed, st.just(HERE)),
)
order_phrase = st.builds(
    tree.OrderPhrase,
    st.sampled_from(("despite", "subject to")),
    st.just(()) | references,
    st.just(HERE),
    st.none() | noun,
)
what_holds = st.lists(st.builds(tree.Reference, name_texts(), st.just(HERE)), min_size=1, max_size=3).map(tuple)
subject_to = st.builds(tree.OrderPhrase, st.just("subject to"), what_holds, st.just(HERE), st.none())
happening = st.builds(
    tree.NamePhrase,
    st.sampled_from(("after", "before", "on", "until")),
    said_of.map(lambda said: tree.Names((said,), None, HERE)),
    mode,
    st.just(HERE),
)
phrase = st.one_of(
    st.builds(tree.NamePhrase, st.sampled_from(NAME_WORDS), names, mode, st.just(HERE)),
    happening,
    subject_to,
    plain_phrase,
    order_phrase,
    st.builds(tree.ExceptNames, names, st.just(HERE)),
    per,
)
lead = st.one_of(
    st.builds(tree.NamePhrase, st.sampled_from(NAME_WORDS), lists(item, commas=False), mode, st.just(HERE)),
    plain_phrase,
    order_phrase,
    happening,
    subject_to,
)
joined_phrase = st.builds(
    tree.NamePhrase,
    st.sampled_from(("for", "to", "with", "without", "in", "after", "until", "under", "on behalf of")),
    names,
    st.just(""),
    st.just(HERE),
).map(lambda made: (tree.Besides(HERE), made))
phrases = st.lists(phrase.map(lambda made: (made,)) | joined_phrase, max_size=3).map(
    lambda found: tuple(part for parts in found for part in parts)
)
leads = st.lists(lead, max_size=2).map(tuple)

verb = st.sampled_from(VERBS).map(names_of)
verbs = lists(verb).filter(
    lambda made: made.joiner is not None or made.items[-1].text not in ("include", "reveal", "serve")
)
act = st.builds(tree.Act, verbs, st.none() | names, st.just(HERE))
participles = lists(st.sampled_from(("shared", "sold", "re-used", "kept", "kick-started")).map(names_of))
passive_act = st.builds(tree.Act, participles, names, st.just(HERE), passive=st.just(True))
adverbs = st.sampled_from(("securely", "knowingly", "cost-effectively")).map(names_of)
manner = st.builds(tree.Manner, lists(adverbs, commas=False), st.just(HERE))
manners = st.lists(manner, max_size=2).map(tuple)
ASIDES = (
    ("and", "must not", "permit", "to"),
    ("or", "", "permit or cause", "to"),
    ("and", "shall", "ensure that", "do not"),
    ("and", "shall", "cause", "not to"),
)
aside = st.builds(
    lambda said, whom, joiner: tree.Aside(
        said[0], said[1], said[2], tree.Names(whom, joiner if len(whom) > 1 else None, HERE), said[3], HERE
    ),
    st.sampled_from(ASIDES),
    st.lists(st.sampled_from(("others", "any third party", "Acme")).map(names_of), min_size=1, max_size=2).map(tuple),
    st.sampled_from(JOINERS),
)
asides = st.lists(aside, max_size=1).map(tuple)
OPENING = st.sampled_from(("neither", "no"))
MODALS: dict[str, tree.Modal] = {
    "may": "may",
    "must": "must",
    "shall": "must",
    "will": "must",
    "must not": "must not",
    "shall not": "must not",
    "will not": "must not",
    "may not": "must not",
    "need not": "need not",
    "is entitled to": "may",
    "shall have the right to": "may",
    "agrees to": "must",
    "is required to": "must",
    "undertakes not to": "must not",
    "shall not be permitted to": "must not",
    "is prohibited from": "must not",
    "is not obliged to": "need not",
}


told = st.builds(tree.Told, names, st.just(""), st.none(), phrases, st.just(HERE)) | st.builds(
    tree.Told,
    names,
    st.sampled_from(("is", "are", "is not", "are not")),
    lists(name_texts().filter(lambda text: not set(text.lower().split()) & set(STATUSES)).map(names_of)),
    phrases,
    st.just(HERE),
)


@st.composite
def statements(draw: st.DrawFn, nested: int = 2) -> tree.Statement:
    """Statements, some of which ensure others."""
    before = draw(leads)
    if nested and draw(st.integers(0, 4)) == 0:
        who = tree.Subject(draw(names), False, HERE)
        written = draw(st.sampled_from(("must", "shall", "will")))
        ensured = draw(told) if draw(st.booleans()) else draw(statements(nested - 1))
        return tree.Statement(before, who, "must", written, None, (), ensured, HERE)
    if nested and draw(st.integers(0, 4)) == 0:
        who = tree.Subject(draw(names), False, HERE)
        written = draw(st.sampled_from(tuple(MODALS)))
        said = draw(manners) + draw(phrases)
        return tree.Statement(before, who, MODALS[written], written, draw(passive_act), said, None, HERE)
    if draw(st.integers(0, 7)) == 0:
        granter, to = tree.Subject(draw(names), False, HERE), draw(st.lists(name, min_size=1, max_size=2))
        who = tree.Subject(tree.Names(tuple(to), "and" if len(to) > 1 else None, HERE), False, HERE)
        right = draw(st.sampled_from(("grants the right to", "grant a non-exclusive, revocable licence to")))
        said = tuple(part for part in draw(phrases) if not (isinstance(part, tree.Further) and part.said))
        return tree.Statement(before, who, "may", right, draw(act), said, None, HERE, granter)
    if draw(st.integers(0, 7)) == 0:
        who = tree.Subject(draw(names), False, HERE, "only", alone=True)
        return tree.Statement(before, who, "may", "may", draw(act), draw(manners) + draw(phrases), None, HERE)
    neither = draw(st.booleans())
    written = draw(st.sampled_from(("may", "must", "shall", "will") if neither else tuple(MODALS)))
    modal: tree.Modal = "must not" if neither else MODALS[written]
    if neither:
        some = draw(st.lists(name, min_size=1, max_size=3))
        who = tree.Subject(tree.Names(tuple(some), "or" if len(some) > 1 else None, HERE), True, HERE, draw(OPENING))
    else:
        who = tree.Subject(draw(names), False, HERE)
    said = draw(manners) + draw(asides) + draw(phrases)
    return tree.Statement(before, who, modal, written, draw(act), said, None, HERE)


def said(word: str, **parts: SearchStrategy[object]) -> SearchStrategy[tree.Property]:
    """One thing said of a name."""
    empty = {"names": st.none(), "quote": st.none(), "per": st.none()}
    return st.builds(tree.Property, st.just(word), **(empty | parts), span=st.just(HERE))


NAMED = ("is", "includes", "excludes", "about", "reveals", "derived from", "serves", "needs", "in")
properties = st.lists(
    st.one_of(
        *(said(word, names=names) for word in NAMED),
        *(said(word, quote=quote) for word in ("means", "also called")),
        *(said(word) for word in ("bound by the same terms", "free of those terms")),
        said("per", per=per),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


def header_phrases() -> SearchStrategy[tree.HeaderPhrase]:
    """Every phrase of a header."""
    none, here = st.none(), st.just(HERE)
    titles = st.sampled_from(("using", "under", "amends", "replaces", "incorporates"))
    status = st.sampled_from(("live", "proposed", "template"))
    return st.one_of(
        st.builds(tree.HeaderPhrase, st.just("between"), names, none, none, here),
        st.builds(tree.HeaderPhrase, st.sampled_from(("from", "until")), none, day, none, here),
        st.builds(tree.HeaderPhrase, status, none, none, none, here),
        st.builds(tree.HeaderPhrase, titles, quotes, none, none, here),
        st.builds(tree.HeaderPhrase, st.just("per"), none, none, per, here),
    )


clauses_target = st.builds(tree.Target, st.just("clauses"), references, st.none(), st.just(HERE), noun)
called = st.builds(tree.Quote, st.sampled_from(("Agreement", "master services agreement")), st.just(HERE))
target = st.one_of(
    clauses_target,
    st.builds(tree.Target, st.just("title"), st.just(()), quote, st.just(HERE)),
    st.builds(tree.Target, st.just("clauses"), references, quote, st.just(HERE), st.just("section")),
    st.builds(tree.Target, st.just("the agreement"), st.just(()), called, st.just(HERE)),
    st.builds(
        tree.Target,
        st.sampled_from(("this agreement", "any other agreement")),
        st.just(()),
        st.none(),
        st.just(HERE),
    ),
)
selector = st.one_of(
    st.builds(tree.Selector, st.just("where"), names, names, st.booleans(), st.just(HERE)),
    st.builds(tree.Selector, st.sampled_from(("about", "between")), names, st.none(), st.just(False), st.just(HERE)),
    st.builds(tree.Selector, st.just("under"), quotes, st.none(), st.just(False), st.just(HERE)),
)
survival = st.one_of(
    st.builds(tree.Survival, label, references, st.just(False), st.none(), st.none(), st.just(HERE), noun),
    st.builds(tree.Survival, label, references, st.just(False), duration, st.none(), st.just(HERE), noun),
    st.builds(tree.Survival, label, references, st.just(False), st.none(), names, st.just(HERE), noun),
    st.builds(tree.Survival, label, st.just(()) | references, st.just(True), st.none(), st.none(), st.just(HERE), noun),
)
moment = st.none() | st.builds(tree.Date, st.dates(), st.just(HERE)) | names
in_force = st.builds(
    tree.InForce,
    label,
    moment,
    moment,
    st.none() | duration,
    st.sampled_from(("", "unless terminated earlier", "unless renewed by both")),
    st.just(HERE),
).filter(lambda made: made.begins or made.ends or made.lasting)
renewals = st.sampled_from(("This agreement renews automatically", "This contract shall be renewed, unless ended"))
sentence: SearchStrategy[tree.Sentence] = st.one_of(
    st.builds(
        tree.Header,
        st.sampled_from(("agreement", "policy", "vocabulary")),
        quote,
        st.lists(header_phrases(), max_size=4).map(tuple),
        st.just(HERE),
    ),
    st.builds(tree.Definition, label, name, properties, st.just(HERE)),
    st.builds(tree.Clause, label, statements(), st.just(HERE)),
    st.builds(tree.Precedence, label, target, target, st.just(HERE)),
    st.builds(tree.StricterPrevails, label, st.just(HERE)),
    survival,
    in_force,
    st.builds(tree.Renewal, label, renewals, st.just(HERE)),
    st.builds(
        tree.Requirement,
        label,
        st.booleans(),
        st.lists(selector, max_size=2).map(tuple),
        statements(),
        st.just(HERE),
    ),
    st.builds(
        tree.Scenario,
        label,
        quote,
        names,
        phrases,
        st.sampled_from(("permitted", "forbidden", "conflicting", "uncovered", "unknown")),
        st.just(()) | references,
        st.just(HERE),
        st.none() | noun,
    ),
)
question = st.builds(tree.Question, names, phrases, st.just(HERE))
comment = st.builds(
    tree.Comment, quote_texts.filter(str.isprintable).map(lambda text: f"# {text}".rstrip()), st.just(HERE)
)
trees = st.builds(
    tree.Tree,
    st.just(Source("made.policy", "")),
    st.lists(sentence, max_size=4).map(tuple),
    st.lists(comment, max_size=2).map(tuple),
)
