"""Values written otherwise than they are sent: all of them, the joined string, or one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.diagnosis.doctor.deviations.writing_words import CLEANINGS, MORE_WAYS, WAYS, Way
from qfpay_gui.qfpay.signing.cleanings import CUT_OR_FILLED
from qfpay_gui.qfpay.signing.recipe import WRITINGS, well_formed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Sign the very values that the body decodes to: raw, neither encoded, escaped nor cleaned.")
_VALUES = text("Doctor", "the values were {how} before signing, which changes {names}")
_WHOLE = text("Doctor", "the joined string was {how} before the key was appended")
_FINISHED = text("Doctor", "the whole signing string, key included, was {how} before hashing")
_ONE = text("Doctor", "{name} was {how} before signing")

_DECODED = "values-url-decoded"
_ENCODED_TWICE = text(
    "Doctor",
    "{names} was signed URL-decoded, as the value itself, but sent URL-encoded twice: once by the program, once by "
    "the library that wrote the body",
)
_ENCODE_ONCE = text("Doctor", "Hand the raw values to the library that writes the body: it encodes them, once.")


def _is_encoding(sent: str, signed: str) -> bool:
    """Whether what was sent is just what a program makes of the signed text by URL-encoding all of it."""
    return sent == signed or sent in {quote(signed, safe=kept) for kept in ("", "/")} | {quote_plus(signed)}


_RARELY_ALONE = frozenset({"values-quoted", "values-json-quoted", "values-full-width", "values-upper-cased"})


def deviations(case: Case) -> Iterator[Deviation]:
    """Each way of writing, for all values, for the string before and after the key is joined, and for one value."""
    for way in WAYS:
        depth = 3 if way.cost < 3 else 2
        field = "cleaning" if way.writing in CLEANINGS else "writing"
        write = WRITINGS[way.writing]
        changed = ", ".join(name for name, value in case.sent if write(value) != value)
        cause, mend = _VALUES.fill(how=way.how, names=changed or "…"), _MEND
        if way.id == _DECODED and all(_is_encoding(value, write(value)) for _name, value in case.sent):
            cause, mend = _ENCODED_TWICE.fill(names=changed), _ENCODE_ONCE
        yield Deviation(way.id, way.cost, cause, mend, {field: way.writing}, depth=depth)
        if way.whole:
            yield from _of_the_string(way)
        yield from _of_one_value(case, way)
    yield from _more(case)


def _more(case: Case) -> Iterator[Deviation]:
    """Ways of one library or another: for all values, the whole string, one value, and every name."""
    for way in MORE_WAYS:
        write = WRITINGS[way.writing]
        written = [(at, name, value, write(value)) for at, (name, value) in enumerate(case.sent)]
        changed = [(at, name, made) for at, name, value, made in written if made != value]
        if not changed:
            continue
        cause = _VALUES.fill(how=way.how, names=", ".join(name for _at, name, _made in changed))
        depth = 2 if way.writing in _USUAL_OF_LIBRARIES else 1
        yield Deviation(way.id, way.cost, cause, _MEND, {"writing": way.writing}, depth=depth)
        for at, name, made in changed if len(changed) > 1 and way.writing not in CUT_OR_FILLED else ():
            edit = Edit({at: (name, well_formed(made))})
            yield Deviation(way.id, way.cost + 1, _ONE.fill(name=name, how=way.how), _MEND, edit=edit, depth=1)
    for way in MORE_WAYS:
        if way.writing.startswith(("letters", "escaped: un")):
            cause = _NAMES.fill(how=way.how)
            yield Deviation("names-written-otherwise", 4, cause, _MEND, {"naming": way.writing}, depth=1)
        if way.writing in _CHARACTER_BY_CHARACTER:
            yield from _of_the_string(way)


_USUAL_OF_LIBRARIES = frozenset({"JSON: Go", "JSON: Gson", "HTML: Go, Jinja", "URL: axios", "URL: URLSearchParams"})
_CHARACTER_BY_CHARACTER = frozenset(
    {
        *(
            "URL: axios",
            "URL: URLSearchParams",
            "URL: letters and digits only",
            "URL: letters and digits only, lower-case",
        ),
        *("letters: upper, ASCII", "letters: lower, ASCII", "JSON: Go", "JSON: Gson"),
    }
)
_NAMES = text("Doctor", "the names were {how}, though names are case-sensitive")


def _of_the_string(way: Way) -> Iterator[Deviation]:
    identity = way.id.replace("values-", "string-")
    depth = 2 if way.writing in _USUAL_OF_STRINGS else 1
    for field, more, cause in (("whole", 1, _WHOLE), ("finished", 2, _FINISHED)):
        recipe = {field: way.writing}
        yield Deviation(identity, way.cost + more, cause.fill(how=way.how), _MEND, recipe, depth=depth)


_USUAL_OF_STRINGS = frozenset({"percent-encoded", "percent-encoded, %20", "encodeURIComponent", "HTML", "lower case"})


def _of_one_value(case: Case, way: Way) -> Iterator[Deviation]:
    write = WRITINGS[way.writing]
    for index, (name, value) in enumerate(case.sent):
        written = well_formed(write(value))
        if written != value:
            cause, mend = _ONE.fill(name=name, how=way.how), _MEND
            if way.id == _DECODED and _is_encoding(value, written):
                cause, mend = _ENCODED_TWICE.fill(names=name), _ENCODE_ONCE
            edit = Edit({index: (name, written)})
            cost = max(way.cost + (2 if way.id in _RARELY_ALONE else 1), 3)
            yield Deviation(way.id, cost, cause, mend, edit=edit, depth=2 if way.cost < 4 else 1)
