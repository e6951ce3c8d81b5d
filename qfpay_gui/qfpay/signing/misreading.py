"""Bytes of one character set taken for another, as libraries of different minds do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.charsets import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def misread(written: str, read: str) -> Callable[[str], str]:
    """Bytes of one character set taken for another."""
    return lambda value: well_formed(well_formed(value).encode(written, "replace").decode(read, "replace"))


_READS = (
    *(
        ("utf-8", read)
        for read in (
            "latin-1",
            "cp1252",
            "gbk",
            "gb18030",
            "big5",
            "cp932",
            "cp949",
            "euc-jp",
            "cp874",
            "mac-roman",
            "cp437",
            "cp850",
            "ascii",
            "utf-16-le",
        )
    ),
    *(("gbk", read) for read in ("utf-8", "latin-1", "cp1252", "big5")),
    *(("big5", read) for read in ("utf-8", "latin-1", "gbk", "cp1252")),
    *(("cp932", read) for read in ("utf-8", "latin-1", "gbk")),
    *(("latin-1", read) for read in ("utf-8", "gbk")),
    ("cp1252", "utf-8"),
)
_TITLES = {
    "utf-8": "UTF-8",
    "latin-1": "Latin-1",
    "cp1252": "Windows-1252",
    "gbk": "GBK",
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
}
_MORE_TITLES = {
    "euc-jp": "EUC-JP",
    "cp874": "TIS-620",
    "mac-roman": "Mac Roman",
    "cp437": "CP437",
    "cp850": "CP850",
    "ascii": "ASCII",
    "utf-16-le": "UTF-16",
}
MISREAD: Mapping[str, tuple[str, str, Callable[[str], str]]] = {
    f"misread: {written} as {read}": (
        {**_TITLES, **_MORE_TITLES}[written],
        {**_TITLES, **_MORE_TITLES}[read],
        misread(written, read),
    )
    for written, read in _READS
}
