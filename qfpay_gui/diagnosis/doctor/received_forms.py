"""What each form is called in which a signature is received: id of the deviation, its prior, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping

_ZEROS = text("Doctor", "zeros at the start of the digest are missing, as Java's BigInteger drops them")
_IN_BYTES = text("Doctor", "the bytes of the digest were printed as a list of numbers, not in hex")
FORMS: Mapping[str, tuple[str, int, Text]] = {
    "base64": ("signature-base64", 2, text("Doctor", "the digest was sent in base64, not in hex")),
    "base64, unpadded": (
        "signature-base64",
        3,
        text("Doctor", "the digest was sent in base64 without padding (“=”), not in hex"),
    ),
    "base64, URL-safe": ("signature-base64", 3, text("Doctor", "the digest was sent in URL-safe base64, not in hex")),
    "base64 twice": ("signature-base64", 4, text("Doctor", "the digest was sent in base64 twice, not in hex")),
    "hex of base64": (
        "signature-base64",
        4,
        text("Doctor", "the digest was written in base64, and that in hex once more"),
    ),
    "base32": ("signature-base32", 4, text("Doctor", "the digest was sent in base32, not in hex")),
    "base64 of lower-case hex": (
        "signature-base64-of-hex",
        3,
        text("Doctor", "the hex digest was sent in base64 once more"),
    ),
    "base64 of upper-case hex": (
        "signature-base64-of-hex",
        3,
        text("Doctor", "the upper-case hex digest was sent in base64 once more"),
    ),
    "base64 of UTF-16": (
        "signature-base64-of-hex",
        4,
        text("Doctor", "the hex digest was sent in base64 once more, of its characters in UTF-16"),
    ),
    "hex of hex": ("signature-hex-of-hex", 3, text("Doctor", "the hex digest was written in hex once more")),
    "hex of upper-case hex": ("signature-hex-of-hex", 3, text("Doctor", "the hex digest was written in hex once more")),
    "hex of UTF-16": (
        "signature-hex-of-hex",
        4,
        text("Doctor", "the hex digest was written in hex once more, in UTF-16"),
    ),
    "dashes": (
        "signature-separated",
        2,
        text("Doctor", "the bytes of the digest were sent with marks between them (separated)"),
    ),
    "UUID": ("signature-as-uuid", 2, text("Doctor", "the digest was sent as a UUID, with dashes")),
    "UUID version": (
        "signature-as-uuid",
        3,
        text("Doctor", "the digest was sent as a UUID of version 3, which overwrites some bits (nameUUIDFromBytes)"),
    ),
    "GUID": (
        "signature-as-uuid",
        3,
        text(
            "Doctor",
            "the digest was sent as a GUID of .NET (UUID), whose first bytes are in reversed order (little-endian)",
        ),
    ),
    "without leading zeros": ("signature-zeros-missing", 2, _ZEROS),
    "without the zero of small bytes": (
        "signature-zeros-missing",
        2,
        text("Doctor", "bytes of the digest below 16 were written with one digit: a zero is missing"),
    ),
    "signed bytes": (
        "signature-signed-bytes",
        2,
        text("Doctor", "negative bytes of the digest were written as “ffffff…”, as Java's Integer.toHexString does"),
    ),
    "bytes": ("signature-as-bytes", 3, _IN_BYTES),
    "bytes, signed": (
        "signature-as-bytes",
        3,
        text("Doctor", "the digest was printed as a list of signed bytes (numbers from -128 to 127), not in hex"),
    ),
    "bytes in three digits": (
        "signature-as-bytes",
        4,
        text("Doctor", "each byte of the digest was written in three digits"),
    ),
    "bytes in decimal": (
        "signature-as-bytes",
        4,
        text("Doctor", "the bytes of the digest were written in decimal, with nothing between them"),
    ),
    "bytes, hexadecimal": (
        "signature-as-bytes",
        3,
        text("Doctor", "the bytes of the digest were printed as a list of hex numbers or escapes (0x…, \\x…)"),
    ),
    "bytes, octal": ("signature-as-bytes", 4, text("Doctor", "the bytes of the digest were written in octal")),
    "groups": (
        "signature-separated",
        3,
        text("Doctor", "the hex digits of the digest were sent in groups, with marks between them"),
    ),
    "look-alikes": (
        "signature-mistyped",
        3,
        text("Doctor", "letters stand in the signature where digits look like them (O for 0, l or I for 1)"),
    ),
    "base64 with a label": (
        "signature-base64",
        3,
        text("Doctor", "the digest was sent in base64 behind a label (the name of the digest), not in hex"),
    ),
    "base 58": ("signature-in-other-base", 4, text("Doctor", "the digest was sent in base58 or base62, not in hex")),
    "Sum of the text": (
        "text-sent",
        2,
        text(
            "Doctor",
            "the text was never hashed: Go's Sum(b) puts b in front of a digest of nothing, so the signing string was "
            "sent in hex",
        ),
    ),
    "words": ("signature-as-words", 4, text("Doctor", "the digest was written as decimal words of four bytes")),
    "print of bytes": (
        "signature-as-bytes",
        3,
        text("Doctor", "a program's print of the digest's bytes was sent, not its hex digits"),
    ),
    "characters": (
        "signature-as-characters",
        4,
        text("Doctor", "the digest's bytes were sent as characters (URL-encoded, percent), not in hex"),
    ),
    "decimal": ("signature-decimal", 3, text("Doctor", "the digest was sent as a decimal number, not in hex")),
    "decimal, reversed": (
        "signature-decimal",
        4,
        text("Doctor", "the digest was sent as a decimal number of its bytes in reversed order (little-endian)"),
    ),
    "decimal, negative": (
        "signature-decimal",
        3,
        text(
            "Doctor",
            "the digest was sent as a decimal number with its sign, as Java's BigInteger makes of it (negative)",
        ),
    ),
    "negative": (
        "signature-negative",
        2,
        text("Doctor", "the digest was read as a negative number with a sign, as Java's BigInteger does"),
    ),
    "base 36": ("signature-in-other-base", 4, text("Doctor", "the digest was sent as a number of base 36, not in hex")),
    "octal": ("signature-in-other-base", 4, text("Doctor", "the digest was sent as an octal number, not in hex")),
    "base85": ("signature-in-other-base", 4, text("Doctor", "the digest was sent in base85 (Ascii85), not in hex")),
    "uuencode": ("signature-in-other-base", 4, text("Doctor", "the digest was sent uuencoded, not in hex")),
    "bits": ("signature-in-other-base", 4, text("Doctor", "the digest was sent as binary digits (bits), not in hex")),
    "reversed": ("signature-reversed", 7, text("Doctor", "the digest was sent backwards (reversed)")),
    "bytes reversed": ("signature-reversed", 4, text("Doctor", "the bytes of the digest were sent in reversed order")),
    "nibbles swapped": (
        "signature-nibbles-swapped",
        3,
        text("Doctor", 'the halves of each byte were swapped: the low nibble first, as unpack("h*") does'),
    ),
    "words little-endian": (
        "signature-words-swapped",
        4,
        text("Doctor", "the bytes of the digest stand in the order of little-endian words (endian)"),
    ),
    "twice": ("signature-twice", 3, text("Doctor", "the digest was sent twice in a row (doubled)")),
    "first character missing": ("signature-cut", 4, text("Doctor", "the first character of the signature is missing")),
    "last character missing": ("signature-cut", 3, text("Doctor", "the last character of the signature is missing")),
    "of a tool": (
        "signature-decorated",
        2,
        text(
            "Doctor",
            "the signature was sent with what the tool printed around it: a label (stdin), or the blanks and the dash "
            "or file name of md5sum",
        ),
    ),
    "framed": (
        "signature-decorated",
        3,
        text("Doctor", "the signature was sent with other text around it (a label or quotes)"),
    ),
    "Sum": (
        "signature-after-text",
        2,
        text(
            "Doctor",
            "other text in hex stands in front of the digest: Go's Sum(b) prepends b to the digest, unhashed",
        ),
    ),
    "text": ("text-sent", 2, text("Doctor", "it was sent as plain text")),
    "base64 of text": ("text-sent", 2, text("Doctor", "the string was sent in base64")),
    "hex of text": ("text-sent", 2, text("Doctor", "the string was sent in hex")),
}
