"""What nobody sees in a key: blanks, breaks of a line, and characters without a shape, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text

UNSEEN: dict[str, Text] = {
    "\n": text("Doctor", "a line feed"),
    "\r\n": text("Doctor", "a line break (CR LF)"),
    "\r": text("Doctor", "a carriage return"),
    "\t": text("Doctor", "a tab"),
    " ": text("Doctor", "a blank (space)"),
    "\u00a0": text("Doctor", "a no-break space"),
    "\u3000": text("Doctor", "an ideographic space (full-width blank)"),
    "\u2009": text("Doctor", "a thin space"),
    "\u202f": text("Doctor", "a narrow no-break space"),
    "\u200a": text("Doctor", "a hair space"),
    "\u2002": text("Doctor", "an en space"),
    "\u2003": text("Doctor", "an em space"),
    "\u200b": text("Doctor", "a zero-width space"),
    "\u200c": text("Doctor", "a zero-width non-joiner"),
    "\u200d": text("Doctor", "a zero-width joiner"),
    "\u2060": text("Doctor", "a word joiner (invisible)"),
    "\u00ad": text("Doctor", "a soft hyphen (invisible)"),
    "\u200e": text("Doctor", "a left-to-right mark (invisible)"),
    "\u200f": text("Doctor", "a right-to-left mark (invisible)"),
    "\u202a": text("Doctor", "a left-to-right embedding (invisible)"),
    "\u202c": text("Doctor", "a pop directional formatting mark (invisible)"),
    "\u180e": text("Doctor", "a Mongolian vowel separator (invisible)"),
    "\u3164": text("Doctor", "a Hangul filler (invisible)"),
    "\ufe0f": text("Doctor", "a variation selector (invisible)"),
    "\u2061": text("Doctor", "a function application mark (invisible)"),
    "\u2063": text("Doctor", "an invisible separator"),
    "\u034f": text("Doctor", "a combining grapheme joiner (invisible)"),
    "\u061c": text("Doctor", "an Arabic letter mark (invisible)"),
    "\f": text("Doctor", "a form feed"),
    "\v": text("Doctor", "a vertical tab"),
    "\u2028": text("Doctor", "a line separator"),
    "\u2029": text("Doctor", "a paragraph separator"),
    "\ufeff": text("Doctor", "a byte order mark (BOM)"),
    "\ufffd": text("Doctor", "a replacement character (U+FFFD)"),
    "\u00b7": text("Doctor", "a middle dot"),
    "\u2028\n": text("Doctor", "a line separator and a line feed"),
    "\\n": text("Doctor", "the two characters “\\n”"),
    "\\r\\n": text("Doctor", "the four characters “\\r\\n”"),
    "\\": text("Doctor", "a backslash"),
    "\0": text("Doctor", "a NUL character"),
}
_WRAPPED_LINE = text("Doctor", "a line break and blanks (a line that was wrapped)")
_SOFT_BREAK = text("Doctor", "the soft line break of a mail in quoted-printable (=)")
WRAPS: dict[str, Text] = {
    **{f"{end}{indent}": _WRAPPED_LINE for end in ("\n", "\r\n") for indent in (" ", "  ", "    ", "        ", "\t")},
    "-\n": text("Doctor", "a hyphen and a line break (hyphenation)"),
    "=\n": _SOFT_BREAK,
    "=\r\n": _SOFT_BREAK,
    "\\\n": text("Doctor", "a backslash and a line break (a continued line)"),
    "\n> ": text("Doctor", "a line break and a mail's mark of quotation"),
    "<br>": text("Doctor", "the tag of a line break, <br>"),
    "  ": text("Doctor", "two blanks (spaces)"),
    "&shy;": text("Doctor", "a soft hyphen (invisible)"),
}
"""What only stands inside a key, where a line was broken."""
