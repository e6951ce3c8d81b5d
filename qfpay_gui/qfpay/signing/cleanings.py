"""What filters and word processors do to a value: accents, quotes, dashes, punctuation, blanks, emoji."""

from __future__ import annotations

import re
import string
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NOT_ASCII = re.compile("[^\x00-\x7f]")
_CHINESE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？"}
_QUOTES = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"}


_LENGTHS = (8, 10, 16, 20, 32, 50, 64)


def table(marks: Mapping[str, str]) -> dict[int, str]:
    """For str.translate: each mark, and what is written for it."""
    return {ord(one): written for one, written in marks.items()}


def replaced(marks: Mapping[str, str]) -> Callable[[str], str]:
    """Writes every mark as the table says."""
    codes = table(marks)
    return lambda value: value.translate(codes)


def _without_accents(value: str) -> str:
    apart = unicodedata.normalize("NFD", value)
    return "".join(one for one in apart if unicodedata.category(one) != "Mn")


def _only_ascii(value: str) -> str:
    return unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode()


def _curled(value: str) -> str:
    """As a word processor curls them: opening after a blank or at the start."""
    doubled = re.sub(r'(^|[\s(\[])"', "\\1“", value).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", "\\1‘", doubled).replace("'", "’")


def _kept(kinds: str) -> Callable[[str], str]:
    """Only characters of these kinds, by the first letters of their Unicode categories."""
    starts = tuple(kinds.split())
    return lambda value: "".join(one for one in value if unicodedata.category(one).startswith(starts))


_PLAIN = {**_QUOTES, "…": "...", "–": "-", "—": "-", "€": "EUR", "½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 ", "×": "x"}


def _transliterated(value: str) -> str:
    """About as glibc's //TRANSLIT: look-alikes of ASCII, “?” for what has none."""
    plain = unicodedata.normalize("NFKD", value.translate(table(_PLAIN)))
    return _NOT_ASCII.sub("?", "".join(one for one in plain if unicodedata.category(one) != "Mn"))


def _slug(value: str) -> str:
    return re.sub("[^a-z0-9_-]+", "-", value.lower()).strip("-")


def _cut_to(length: int) -> Callable[[str], str]:
    return lambda value: value[:length]


def _cut_to_bytes(length: int, errors: str) -> Callable[[str], str]:
    return lambda value: value.encode("utf-8", "replace")[:length].decode("utf-8", errors)


_ALL: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "cleaned: blank after": ("a blank (space) put after each", lambda value: f"{value} "),
    "cleaned: blank before": ("a blank (space) put before each", lambda value: f" {value}"),
    "cleaned: blanks around": ("blanks (spaces) put around each", lambda value: f" {value} "),
    "cleaned: line feed after": ("a line feed put after each", lambda value: f"{value}\n"),
    "cleaned: NUL after": ("a NUL put after each", lambda value: f"{value}\0"),
    **{f"cleaned: {length} characters": (f"cut to {length} characters", _cut_to(length)) for length in _LENGTHS},
    **{
        f"cleaned: {length} bytes, {errors}": (f"cut to {length} bytes", _cut_to_bytes(length, errors))
        for length in _LENGTHS
        for errors in ("ignore", "replace")
    },
}
CUT_OR_FILLED = frozenset(_ALL)
"""What is done to all values only: to one alone, others see to it."""
CLEANED: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "cleaned: accents": ("accents stripped", _without_accents),
    "cleaned: NFKD to ASCII": ("accents and everything else that is not ASCII stripped (NFKD)", _only_ascii),
    "cleaned: accents, punctuation plain": (
        "accents stripped, quotes and dashes made plain",
        lambda value: _without_accents(value).translate(table({**_QUOTES, "—": "-", "–": "-"})),
    ),
    "cleaned: straight quotes": ("typographic quotes made straight", replaced(_QUOTES)),
    "cleaned: straight single quotes": ("typographic apostrophes made straight", replaced({"‘": "'", "’": "'"})),
    "cleaned: curled quotes": ("straight quotes curled (typographic)", _curled),
    "cleaned: closing quotes": ("straight quotes curled (typographic)", replaced({"'": "’"})),
    "cleaned: opening quotes": ("straight quotes curled (typographic)", replaced({'"': "“", "'": "’"})),
    "cleaned: dashes": ("dashes made plain hyphens", replaced({"—": "-", "–": "-", "−": "-", "‐": "-", "‑": "-"})),
    "cleaned: long dashes": ("double hyphens made dashes", lambda value: value.replace("--", "—")),
    "cleaned: plain punctuation": (
        "quotes and dashes made plain (straight)",
        replaced({**_QUOTES, "—": "-", "–": "-", "…": "..."}),
    ),
    "cleaned: ellipsis": ("three dots made one character", lambda value: value.replace("...", "…")),
    "cleaned: without quotes": ("quotes left out", lambda value: re.sub("[\"']", "", value)),
    "cleaned: without double quotes": ("double quotes left out", lambda value: value.replace('"', "")),
    "cleaned: without single quotes": ("single quotes left out", lambda value: value.replace("'", "")),
    "cleaned: letters and digits": (
        "letters and digits only, other than “_” stripped",
        lambda value: re.sub(r"\W", "", value),
    ),
    "cleaned: ASCII letters and digits": (
        "ASCII letters and digits only, all other stripped",
        lambda value: re.sub(r"[^A-Za-z0-9_]", "", value),
    ),
    "cleaned: no symbols": ("letters and digits only, all other stripped", lambda value: re.sub(r"[\W_]", "", value)),
    "cleaned: one blank": ("one blank for any white space, trimmed", lambda value: " ".join(value.split())),
    "cleaned: one blank, not trimmed": ("one blank for any white space", lambda value: re.sub(r"\s+", " ", value)),
    "cleaned: no-break": ("no-break spaces in place of blanks", replaced({" ": "\u00a0"})),
    "cleaned: plain spaces": (
        "blanks in place of no-break and full-width spaces",
        replaced({"\u00a0": " ", "\u3000": " ", "\u2009": " ", "\u202f": " "}),
    ),
    "cleaned: full-width spaces": ("full-width in place of blanks", replaced({" ": "\u3000"})),
    "cleaned: &nbsp;": ("&nbsp; in place of blanks", replaced({" ": "&nbsp;"})),
    "cleaned: underscores": ("underscores in place of blanks", replaced({" ": "_"})),
    "cleaned: dashes for blanks": ("dashes in place of blanks", replaced({" ": "-"})),
    "cleaned: tabs": ("blanks in place of tabs", replaced({"\t": " "})),
    "cleaned: padded to 32": ("filled with blanks (spaces) to 32 characters", lambda value: value.ljust(32)),
    "cleaned: padded to 20": ("filled with blanks (spaces) to 20 characters", lambda value: value.ljust(20)),
    "cleaned: padded to 64": ("filled with blanks (spaces) to 64 characters", lambda value: value.ljust(64)),
    "cleaned: question marks": ("“?” in place of what is not ASCII", lambda value: _NOT_ASCII.sub("?", value)),
    "cleaned: question marks by unit": (
        "“??” in place of emoji, “?” of what is not ASCII",
        lambda value: _NOT_ASCII.sub(lambda one: "??" if ord(one[0]) > 0xFFFF else "?", value),
    ),
    "cleaned: question marks in Latin-1": (
        "“?” in place of what is not Latin-1",
        lambda value: value.encode("latin-1", "replace").decode("latin-1"),
    ),
    "cleaned: three-byte UTF-8": (
        "emoji lost, as MySQL's utf8 loses them",
        lambda value: re.sub("[\U00010000-\U0010ffff].*", "", value, flags=re.DOTALL),
    ),
    "cleaned: emoji as ?": ("“?” in place of emoji", lambda value: re.sub("[\U00010000-\U0010ffff]", "?", value)),
    "cleaned: emoji as ????": (
        "“????” in place of emoji",
        lambda value: re.sub("[\U00010000-\U0010ffff]", "????", value),
    ),
    "cleaned: emoji as U+FFFD": (
        "U+FFFD in place of emoji",
        lambda value: re.sub("[\U00010000-\U0010ffff]", "\ufffd", value),
    ),
    "cleaned: SQL digits": (
        "digits only",
        lambda value: re.sub(r"\D", "", value) if re.search(r"\d", value) else value,
    ),
    "cleaned: commas": ("full-width commas made plain", replaced({"，": ","})),
    "cleaned: Chinese punctuation": (
        "Chinese punctuation made plain",
        replaced({"，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "！": "!", "？": "?"}),
    ),
    "cleaned: full-width commas": ("full-width in place of plain commas", replaced({",": "，"})),
    "cleaned: full-width brackets": ("full-width in place of plain brackets", replaced({"(": "（", ")": "）"})),
    "cleaned: full-width punctuation": (
        "full-width in place of plain punctuation, as a Chinese keyboard types it",
        replaced(_CHINESE),
    ),
    "cleaned: full-width punctuation, all": (
        "full-width in place of every plain mark",
        replaced({one: chr(ord(one) + 0xFEE0) for one in string.punctuation}),
    ),
    "cleaned: full-width punctuation, squeezed": (
        "full-width in place of plain punctuation, without the blanks beside it",
        lambda value: re.sub(r" ?([,:;()!?]) ?", "\\1", value).translate(table(_CHINESE)),
    ),
    "cleaned: ASCII punctuation": (
        "ASCII punctuation left out",
        lambda value: "".join(one for one in value if one not in string.punctuation),
    ),
    "cleaned: punctuation": ("punctuation left out (Unicode)", _kept("L M N S Z C")),
    "cleaned: symbols": ("symbols left out, emoji among them", _kept("L M N P Z C")),
    "cleaned: punctuation and symbols": ("punctuation and symbols left out", _kept("L M N Z C")),
    "cleaned: letters and decimal digits": (
        "letters and digits only, as isLetter and isDigit tell them",
        _kept("L Nd"),
    ),
    "cleaned: transliterated": ("written in ASCII, as iconv's //TRANSLIT does", _transliterated),
    "cleaned: slug": ("made a slug: small letters and digits, all else “-”", _slug),
    "cleaned: three dots": ("an ellipsis made three dots", replaced({"…": "..."})),
    "cleaned: paired quotes": (
        "straight quotes curled in pairs (typographic)",
        lambda value: re.sub('"([^"]*)"', "“\\1”", value),
    ),
    "cleaned: low bytes": (
        "only the low byte of each character kept",
        lambda value: "".join(chr(ord(one) & 255) for one in value),
    ),
    "cleaned: backwards": ("written backwards (reversed)", lambda value: value[::-1]),
    "cleaned: without quotes at the ends": ("trimmed of quotes", lambda value: value.strip("\"'“”‘’")),
    **_ALL,
    "cleaned: first word": ("cut at the first blank", lambda value: value.split(" ")[0]),
    "cleaned: first line": ("cut at the first line break", lambda value: value.split("\n")[0]),
}
