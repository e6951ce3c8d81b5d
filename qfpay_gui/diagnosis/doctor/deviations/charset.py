"""The signing string hashed in another character set than UTF-8, or with characters lost on the way."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Hash the UTF-8 bytes of the signing string, without a byte order mark.")
_REPLACE_MD5 = text("Doctor", "Replace the sample's md5.js by a library that hashes UTF-8 bytes.")
_HASHED = text("Doctor", "the signing string was hashed in {charset}, not in UTF-8")
_LOST = text("Doctor", "characters that are not ASCII became “?” (question marks) before hashing")
_MISREAD = text("Doctor", "the text was misread before hashing (mojibake): {how}")
_LOW = text("Doctor", "only the low byte of each UTF-16 unit was hashed, as the official sample's md5.js does")

_SETS: tuple[tuple[str, str, int, str], ...] = (
    ("gbk", "charset-gbk", 1, "GBK"),
    ("gb18030", "charset-gbk", 2, "GB18030"),
    ("big5", "charset-big5", 2, "Big5"),
    ("big5-hkscs", "charset-big5", 3, "Big5-HKSCS"),
    ("shift-jis", "charset-shift-jis", 4, "Shift-JIS"),
    ("euc-kr", "charset-euc-kr", 5, "EUC-KR"),
    ("latin-1", "charset-latin-1", 2, "Latin-1 (ISO-8859-1)"),
    ("cp1252", "charset-cp1252", 3, "Windows-1252"),
    ("utf-16-le", "charset-utf-16", 2, "UTF-16 LE"),
    ("utf-16-be", "charset-utf-16", 3, "UTF-16 BE"),
    ("utf-16-le, BOM", "charset-utf-16", 3, "UTF-16 LE with a byte order mark"),
    ("utf-16-be, BOM", "charset-utf-16", 3, "UTF-16 BE with a byte order mark"),
    ("utf-32-le", "charset-utf-32", 5, "UTF-32"),
    ("utf-8, BOM", "byte-order-mark", 2, "UTF-8 with a byte order mark"),
    *(
        (name, f"charset-{name}", 4, title)
        for name, title in (
            *(
                ("euc-jp", "EUC-JP"),
                ("iso-2022-jp", "ISO-2022-JP"),
                ("iso-2022-kr", "ISO-2022-KR"),
                ("cp874", "TIS-620 (CP874)"),
                ("hz", "HZ"),
            ),
            *(
                ("utf-7", "UTF-7"),
                ("mac-roman", "Mac Roman (Macintosh)"),
                ("iso8859-15", "ISO-8859-15"),
                ("iso8859-2", "ISO-8859-2"),
            ),
            *(
                ("cp1250", "Windows-1250"),
                ("cp1251", "Windows-1251"),
                ("koi8-r", "KOI8-R"),
                ("cp437", "CP437"),
                ("cp850", "CP850"),
                ("cp037", "EBCDIC (IBM037)"),
            ),
        )
    ),
    ("utf-7, all but letters", "charset-utf-7", 4, "UTF-7"),
    ("utf-32-be", "charset-utf-32", 5, "UTF-32 BE"),
    ("utf-32-be, BOM", "charset-utf-32", 5, "UTF-32 BE with a byte order mark"),
    ("utf-32-le, BOM", "charset-utf-32", 5, "UTF-32 LE with a byte order mark"),
    *(
        (f"{name}, left out", f"charset-{name}", 4, f"{title}, all other characters left out")
        for name, title in (
            *(("latin-1", "Latin-1 (ISO-8859-1)"), ("gbk", "GBK"), ("big5", "Big5"), ("big5-hkscs", "Big5-HKSCS")),
            *(("shift-jis", "Shift-JIS"), ("euc-kr", "EUC-KR"), ("euc-jp", "EUC-JP"), ("cp874", "TIS-620 (CP874)")),
            *(("cp1252", "Windows-1252"), ("iso8859-15", "ISO-8859-15")),
        )
    ),
    ("seven bits", "charset-ascii", 4, "ASCII, seven bits of each byte"),
    ("seven bits of each unit", "charset-ascii", 4, "ASCII, seven bits of each UTF-16 unit"),
    ("cesu-8", "charset-cesu-8", 3, "CESU-8 (surrogates of three bytes each, as older Java and MySQL write)"),
)
_OTHERS: tuple[tuple[str, str, int, Text, Text], ...] = (
    ("low byte", "low-byte-md5", 1, _LOW, _REPLACE_MD5),
    (
        "low byte of each character",
        "low-byte-md5",
        4,
        text("Doctor", "only the low byte of each character was hashed"),
        _REPLACE_MD5,
    ),
    ("question marks", "question-marks", 1, _LOST, _MEND),
    (
        "replacement characters",
        "replacement-characters",
        4,
        text("Doctor", "characters that are not ASCII became U+FFFD (“�”) before hashing"),
        _MEND,
    ),
    (
        "question marks, one a UTF-16 unit",
        "question-marks",
        3,
        text("Doctor", "characters that are not ASCII became “?” (question marks) before hashing, emoji “??”"),
        _MEND,
    ),
    (
        "question marks, one a byte",
        "question-marks",
        3,
        text(
            "Doctor",
            "each byte of characters that are not ASCII became a “?” (question mark) before hashing",
        ),
        _MEND,
    ),
    (
        "question marks outside the basic plane",
        "question-marks",
        4,
        text("Doctor", "emoji became “?” before hashing"),
        _MEND,
    ),
    ("left out", "non-ascii-left-out", 3, text("Doctor", "characters that are not ASCII were left out"), _MEND),
    (
        "left out outside the basic plane",
        "emoji-left-out",
        4,
        text("Doctor", "emoji were left out before hashing"),
        _MEND,
    ),
    (
        "numeric references",
        "numeric-references",
        3,
        text("Doctor", "characters that are not ASCII became HTML references (&#33590;) before hashing"),
        _MEND,
    ),
    (
        "utf-8 read as latin-1",
        "mojibake",
        1,
        _MISREAD.fill(how=text("Doctor", "UTF-8 was read as Latin-1 and encoded again")),
        _MEND,
    ),
    (
        "utf-8 read as cp1252",
        "mojibake",
        3,
        _MISREAD.fill(how=text("Doctor", "UTF-8 was read as Windows-1252 and encoded again")),
        _MEND,
    ),
    (
        "utf-8 read as gbk",
        "mojibake",
        3,
        _MISREAD.fill(how=text("Doctor", "UTF-8 was read as GBK and encoded again")),
        _MEND,
    ),
    (
        "utf-8 read as ascii",
        "mojibake",
        4,
        _MISREAD.fill(how=text("Doctor", "UTF-8 was read as ASCII, each byte became U+FFFD")),
        _MEND,
    ),
    (
        "gbk read as utf-8",
        "mojibake",
        3,
        _MISREAD.fill(how=text("Doctor", "GBK was read as UTF-8, which gave U+FFFD")),
        _MEND,
    ),
    (
        "gbk read as latin-1",
        "mojibake",
        4,
        _MISREAD.fill(how=text("Doctor", "GBK was read as Latin-1 and encoded as UTF-8")),
        _MEND,
    ),
)


def deviations(_case: Case) -> Iterable[Deviation]:
    """Every other character set, and every known loss."""
    return _all()


@cache
def _all() -> tuple[Deviation, ...]:
    return tuple(_every())


def _every() -> Iterator[Deviation]:
    for charset, identity, cost, name in _SETS:
        yield Deviation(
            identity, cost, _HASHED.fill(charset=name), _MEND, {"charset": charset}, depth=3 if cost < 4 else 1
        )
    for charset, identity, cost, cause, mend in _OTHERS:
        yield Deviation(identity, cost, cause, mend, {"charset": charset}, depth=3 if cost < 3 else 2)
