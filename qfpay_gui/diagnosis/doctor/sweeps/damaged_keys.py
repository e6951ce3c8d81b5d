"""The key damaged on its way into a program: by the hand, a mail, a shell, a template, a spreadsheet."""

from __future__ import annotations

import base64
import binascii
import re
import string
from contextlib import suppress
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.deviations.other_key import USE_KEY
from qfpay_gui.diagnosis.doctor.deviations.renaming import camel_case, pascal_case
from qfpay_gui.diagnosis.doctor.received import mixed_endian
from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE, KeyForm
from qfpay_gui.diagnosis.doctor.sweeps.key_labels import LABELS, Damage, clinging, unfilled
from qfpay_gui.diagnosis.doctor.sweeps.key_marks import UNSEEN, WRAPS
from qfpay_gui.diagnosis.doctor.sweeps.rewritten_keys import LONGEST, rewritten
from qfpay_gui.qfpay.signing.charsets import as_raw_bytes, well_formed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.probe import Probe

_PADDED = text("Doctor", "the key was filled up to {count} characters with {what}")
_INSIDE = text("Doctor", "{what} stands inside the key, after character {count} (at position {place})")
_AFTER = text("Doctor", "{what} follows the key")
_BEFORE = text("Doctor", "{what} stands before the key")
_LOST = text("Doctor", "character {place} of the key is missing (lost)")
_DOUBLED = text("Doctor", "character {place} of the key is doubled")
_SWAPPED = text("Doctor", "characters {place} and {next} of the key are swapped (transposed)")
_TYPED = text("Doctor", "the key was mistyped at character {place}")
_ADDED = text("Doctor", "the key has one character too many, at character {place}")
_ALIKE = text(
    "Doctor", "character {place} of the key is a look-alike of another alphabet (full-width, Cyrillic, Greek)"
)
_ALL_ALIKE = text("Doctor", "letters of the key are look-alikes of another alphabet ({alphabet})")
_CONFUSED = text("Doctor", "characters that look alike were mixed up in the key")
_TWICE = text("Doctor", "the key was used twice in a row, joined by {what}")
_GROUPED = text("Doctor", "the key was cut into groups by “{what}” (dashes or blanks, as a UUID has them)")
_UNGROUPED = text("Doctor", "the marks between the groups of the key (dashes, as a UUID has them) are missing")
_DECODED = text("Doctor", "the key was decoded from {what} to bytes")
_DECODED_TEXT = text("Doctor", "the key was decoded from {what} to bytes, and these were read as text in {how}")
_READINGS = (("Latin-1", "latin-1"), ("UTF-8", "utf-8"), ("Windows-1252", "cp1252"), ("GBK", "gbk"))

_CYRILLIC = str.maketrans("ABCEHKMOPTXYaceopxyi", "АВСЕНКМОРТХУасеорхуі")
_GREEK = str.maketrans("ABEZHIKMNOPTYXov", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ARABIC = {0x30 + digit: 0x660 + digit for digit in range(10)}
_BOLD = {
    **{0x41 + at: 0x1D400 + at for at in range(26)},
    **{0x61 + at: 0x1D41A + at for at in range(26)},
    **{0x30 + at: 0x1D7CE + at for at in range(10)},
}
_MARKS = tuple(
    str.maketrans("-'\"", f"{dash}{quotes}") for dash, quotes in zip("–‑－—−‐", ("’”", "‘“", "＇＂") * 2, strict=True)
)
_ALPHABETS = (
    *(("full-width", _FULL), ("Cyrillic", _CYRILLIC), ("Greek", _GREEK), ("superscript", _SMALL), ("Arabic", _ARABIC)),
    ("mathematical", _BOLD),
    *(("typographic", marks) for marks in _MARKS),
)
_USUAL = frozenset({"full-width", "Cyrillic", "Greek"})
_LOOKS = tuple(
    (one, other)
    for alike in (
        *("O0", "o0", "l1", "I1", "Il", "B8", "S5", "s5", "Z2"),
        *("z2", "G6", "b6", "g9", "q9", "D0", "Q0", "T7", "i1"),
    )
    for one, other in (tuple(alike), tuple(reversed(alike)))
)


def of_the_copy(case: Case) -> Iterator[KeyForm]:
    """Everything that is done to a key as a whole, or clings to its ends."""
    key = case.client_key
    if key and len(key) <= 256:
        yield from _with_code(key, case.app_code)
        for identity, cost, damaged, cause, values in _damages(key):
            if damaged != key:
                yield KeyForm(well_formed(damaged), identity, cost, cause, values)


def _with_code(key: str, code: str) -> Iterator[KeyForm]:
    """The app code beside it, as both stand in one line or one below the other."""
    for between in _BETWEEN if code else ():
        what = {"what": UNSEEN.get(between) or f"“{between}”"}
        yield KeyForm(f"{code}{between}{key}", "app-code-and-key", 4, _CODE, what)
        yield KeyForm(f"{key}{between}{code}", "app-code-and-key", 4, _CODE, what)


_BETWEEN = (":", "\n", "\r\n", " ", ",", "|", "/", "-", "_", "\t", "&", ";", "=", ", ", "+", ".")
_CODE = text("Doctor", "the app code was used together with the key, {what} between them")


def as_bytes(case: Case, probe: Probe) -> Iterator[Deviation]:
    """The key decoded to bytes that are no text, and these read as a text after all."""
    for what, decoded in _bytes(case.client_key):
        for how, read in _READINGS:
            if probe.key(decoded.decode(read, "replace").encode()):
                words = _DECODED_TEXT.fill(what=what, how=how)
                yield Deviation("key-decoded", 4, words, USE_KEY, key=decoded.decode(read, "replace"))
        if probe.key(decoded):
            recipe = {"charset": "utf-8, raw bytes"}
            yield Deviation("key-decoded", 4, _DECODED.fill(what=what), USE_KEY, recipe, key=as_raw_bytes(decoded))


def of_one_character(case: Case) -> Iterator[KeyForm]:
    """One slip of the hand anywhere in the key."""
    key = case.client_key
    for at, one in enumerate(key if 8 <= len(key) <= LONGEST else ""):
        before, after = key[:at], key[at + 1 :]
        place = {"place": at + 1, "next": at + 2}
        yield KeyForm(before + after, "key-mistyped", 4, _LOST, place)
        yield KeyForm(before + one + one + after, "key-mistyped", 4, _DOUBLED, place)
        if after[:1] not in {"", one}:
            yield KeyForm(before + after[0] + one + after[1:], "key-mistyped", 4, _SWAPPED, place)
        yield from (
            KeyForm(before + typed + after, "key-mistyped", 5, _TYPED, place) for typed in _TYPES if typed != one
        )
        yield from (KeyForm(before + typed + one + after, "key-mistyped", 6, _ADDED, place) for typed in _TYPES)


_TYPES = string.digits + string.ascii_letters


def _damages(key: str) -> Iterator[Damage]:
    yield from _joined(key)
    yield from _unseen(key)
    yield from clinging(key)
    yield from _alike(key)
    yield from _repeated(key)
    yield from _grouped(key)
    yield from rewritten(key)
    yield from unfilled()


def _joined(key: str) -> Iterator[Damage]:
    for lead in _LEADS:
        for tail in _TAILS:
            values: dict[str, object] = {
                "lead": lead.replace("\n", "\\n"),
                "tail": tail.replace("\n", "\\n").replace("\r", "\\r"),
            }
            yield "key-joined-otherwise", 4, f"{lead}{key}{tail}", _JOINED, values
    for word in LABELS:
        name = re.sub(r"\W", "_", word)
        for spelled in dict.fromkeys((name, name.lower(), name.upper(), camel_case(name), pascal_case(name))):
            for lead in (f"{mark}{spelled}{sign}" for mark in ("&", "", ",", ";", "|", " ") for sign in ("=", ":", "")):
                yield "key-joined-otherwise", 4, f"{lead}{key}", _NAMED, {"lead": lead}


_NAMED = text("Doctor", "the key was joined with “{lead}”")
_JOINED = text("Doctor", "the key was joined with “{lead}” in front and “{tail}” behind it")
_LEADS = (
    *(
        "",
        "&key=",
        "&",
        "key=",
        "&client_key=",
        "client_key=",
        "&secret=",
        "&appkey=",
        "&app_key=",
        "&app_secret=",
        "&KEY=",
        "&Key=",
        "?key=",
    ),
    *(
        "&clientKey=",
        "&sign_key=",
        "&token=",
        "&sign=",
        "\n",
        " ",
        "=",
        ",",
        ":",
        "|",
        ";",
        "&key:",
        "&key",
        "&&",
        "&amp;key=",
        "|key=",
        ",key=",
    ),
)
_TAILS = ("", "&", "\n", "\r\n", "\r", " ", ";", ",", "}", "]", ")", '"', "'", "|", "null", "undefined", "None")


def _unseen(key: str) -> Iterator[Damage]:
    for char, what in UNSEEN.items():
        yield "key-with-white-space", 4, key + char, _AFTER, {"what": what}
        yield "key-with-white-space", 4, char + key, _BEFORE, {"what": what}
    for char, what in (*UNSEEN.items(), *WRAPS.items()):
        for at in range(1, min(len(key), LONGEST)):
            inside = {"what": what, "count": at, "place": at + 1}
            yield "key-with-hidden-character", 4, key[:at] + char + key[at:], _INSIDE, inside
    for char in ("\r\n", "\n"):
        for width in (8, 16, 20, 24, 32, 64):
            lines = [key[at : at + width] for at in range(0, len(key), width)]
            yield "key-with-line-feed", 4, "".join(line + char for line in lines), _AFTER, {"what": UNSEEN[char]}
    for width in range(len(key) + 2, len(key) + 33):
        for filler in _FILLERS:
            shown: dict[str, object] = {"what": UNSEEN.get(filler) or f"“{filler}”", "count": width}
            yield from (
                ("key-padded", ALONE, fill(key, width, filler), _PADDED, shown) for fill in (str.ljust, str.rjust)
            )


_FILLERS = (" ", "0", "\0")


def _alike(key: str) -> Iterator[Damage]:
    for alphabet, table in _ALPHABETS:
        cost = 4 if alphabet in _USUAL else ALONE
        shown: dict[str, object] = {"alphabet": alphabet}
        yield "key-look-alike", cost, key.translate(table), _ALL_ALIKE, shown
        for at, one in enumerate(key[:LONGEST]):
            damaged = key[:at] + one.translate(table) + key[at + 1 :]
            yield "key-look-alike", cost, damaged, _ALIKE, {"place": at + 1}
        for letter in sorted(set(key)):
            yield "key-look-alike", cost, key.replace(letter, letter.translate(table)), _ALL_ALIKE, shown
    for one, other in _LOOKS:
        yield "key-mistyped", 4, key.replace(one, other), _CONFUSED, {}


def _repeated(key: str) -> Iterator[Damage]:
    for between in ("", "\n", " ", "\r\n", "\t", "&", ",", ", ", ";", "|", "-", ":", "_", "="):
        what = UNSEEN.get(between) or f"“{between}”"
        yield "key-twice", 4, f"{key}{between}{key}", _TWICE, {"what": what}
    for times in (3, 4):
        yield "key-twice", 5, key * times, _TWICE, {"what": "“”"}


def _grouped(key: str) -> Iterator[Damage]:
    bare = re.sub(r"[-\s]", "", key)
    for cased in dict.fromkeys((bare, bare.lower(), bare.upper())):
        yield "key-ungrouped", 4, cased, _UNGROUPED, {}
        uuid = "-".join((cased[:8], cased[8:12], cased[12:16], cased[16:20], cased[20:]))
        for before, after in (("", ""), ("{", "}"), ("(", ")"), ("urn:uuid:", ""), ("UUID('", "')"), ("{guid '", "'}")):
            yield "key-grouped", 4, f"{before}{uuid}{after}", _GROUPED, {"what": "-"}
    for mark in ("-", " ", ":", "_", ".", ",", "\n"):
        for width in (1, 2, 4, 5, 8, 16):
            parts = [key[at : at + width] for at in range(0, len(key), width)]
            yield "key-grouped", 5, mark.join(parts), _GROUPED, {"what": mark.replace("\n", "\\n")}


def _bytes(key: str) -> Iterator[tuple[str, bytes]]:
    bare = re.sub(r"[-\s]", "", key)
    with suppress(ValueError):
        yield "hex", bytes.fromhex(bare)
        yield "hex", bytes.fromhex(bare)[::-1]
        if len(bare) == 32:
            yield "hex (a GUID of .NET, its first groups little-endian)", bytes.fromhex(mixed_endian(bare))
    for what, decode in (
        ("base64", base64.b64decode),
        ("base64", base64.urlsafe_b64decode),
        ("base32", base64.b32decode),
    ):
        try:
            yield what, decode(bare + "=" * (-len(bare) % 4))
        except (binascii.Error, ValueError):
            continue
