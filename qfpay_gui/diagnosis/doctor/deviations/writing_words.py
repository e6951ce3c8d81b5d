"""What each way of writing a value is called, and how plausible it is."""

from __future__ import annotations

from typing import NamedTuple

from qfpay_gui.qfpay.signing import cleanings, escapes, letters, misreading, percent, references
from qfpay_gui.qfpay.text import Text, text


class Way(NamedTuple):
    """A writing of the recipe's table: the id of the deviation, its prior and its words.

    ``whole`` where the same is done to the joined string too: it has to treat each character alone.
    """

    writing: str
    id: str
    cost: int
    how: Text
    whole: bool = False


_URL = "values-url-encoded"
_TWICE = "values-url-encoded-twice"
_HTML = "values-html-escaped"
_JSON = "values-json-escaped"
_SPACE = "values-without-spaces"

WAYS: tuple[Way, ...] = (
    Way("percent-encoded", _URL, 1, text("Doctor", "URL-encoded (a space as “+”)"), whole=True),
    Way("percent-encoded, %20", _URL, 1, text("Doctor", "URL-encoded (a space as “%20”)"), whole=True),
    Way("encodeURIComponent", _URL, 2, text("Doctor", "URL-encoded by encodeURIComponent"), whole=True),
    Way("encodeURI", _URL, 2, text("Doctor", "URL-encoded by encodeURI"), whole=True),
    Way("percent-encoded, lower-case hex", _URL, 2, text("Doctor", "URL-encoded with lower-case hex"), whole=True),
    Way(
        "percent-encoded, %20, lower-case hex",
        _URL,
        3,
        text("Doctor", "URL-encoded with lower-case hex and “%20” for a space"),
        whole=True,
    ),
    Way("percent-encoded, Java", _URL, 2, text("Doctor", "URL-encoded by Java's URLEncoder"), whole=True),
    Way("percent-encoded, PHP", _URL, 2, text("Doctor", "URL-encoded by PHP's urlencode"), whole=True),
    Way("percent-encoded, .NET", _URL, 3, text("Doctor", "URL-encoded by .NET's UrlEncode"), whole=True),
    Way("percent-encoded, slash kept", _URL, 2, text("Doctor", "URL-encoded by Python's quote"), whole=True),
    Way(
        "percent-encoded, in lower case",
        _URL,
        3,
        text("Doctor", "URL-encoded, and all of it written in lower case"),
        whole=True,
    ),
    Way(
        "percent-encoded, .NET, in lower case",
        _URL,
        4,
        text("Doctor", "URL-encoded by .NET's UrlEncode, and all of it written in lower case"),
        whole=True,
    ),
    Way("escape", _URL, 3, text("Doctor", "URL-encoded by JavaScript's old escape()"), whole=True),
    Way("percent-encoded, GBK", "values-url-encoded-gbk", 3, text("Doctor", "URL-encoded in GBK"), whole=True),
    Way(
        "percent-encoded, %20, GBK",
        "values-url-encoded-gbk",
        4,
        text("Doctor", "URL-encoded in GBK with “%20” for a space"),
        whole=True,
    ),
    Way("percent-encoded, Big5", "values-url-encoded-big5", 4, text("Doctor", "URL-encoded in Big5"), whole=True),
    Way("percent-encoded twice", _TWICE, 3, text("Doctor", "URL-encoded twice")),
    Way("percent-encoded twice, %20", _TWICE, 3, text("Doctor", "URL-encoded twice (a space as “%2520”)")),
    Way("encodeURIComponent twice", _TWICE, 4, text("Doctor", "URL-encoded twice by encodeURIComponent")),
    Way("percent-decoded", "values-url-decoded", 2, text("Doctor", "URL-decoded")),
    Way("percent-decoded, plus kept", "values-url-decoded", 2, text("Doctor", "URL-decoded, “+” kept")),
    Way(
        "only non-ASCII percent-encoded",
        _URL,
        3,
        text("Doctor", "URL-encoded where they are not ASCII"),
        whole=True,
    ),
    Way(
        "plus for space",
        "plus-for-space",
        3,
        text("Doctor", "written with “+” for each space"),
        whole=True,
    ),
    Way("%20 for space", _URL, 3, text("Doctor", "URL-encoded only as to spaces (“%20”)"), whole=True),
    Way("space for plus", "space-for-plus", 2, text("Doctor", "written with a space for each “+”")),
    Way("HTML", _HTML, 2, text("Doctor", "HTML-escaped (&amp; &quot;)"), whole=True),
    Way("HTML, both quotes", _HTML, 3, text("Doctor", "HTML-escaped (&amp; &quot; &#039;)"), whole=True),
    Way("HTML, &#39;", _HTML, 3, text("Doctor", "HTML-escaped (&amp; &quot; &#39;)"), whole=True),
    Way("HTML, &#x27;", _HTML, 3, text("Doctor", "HTML-escaped (&amp; &quot; &#x27;)"), whole=True),
    Way("HTML, &apos;", _HTML, 4, text("Doctor", "HTML-escaped (&amp; &quot; &apos;)"), whole=True),
    Way("HTML, tags only", _HTML, 3, text("Doctor", "HTML-escaped (&amp; &lt; &gt;)"), whole=True),
    Way("HTML decoded", "values-html-decoded", 2, text("Doctor", "HTML-decoded")),
    Way("HTML tags removed", "html-tags-removed", 4, text("Doctor", "stripped of HTML tags")),
    Way("JSON", "values-json-quoted", 3, text("Doctor", "quoted as JSON strings")),
    Way("JSON, escaped", "values-json-quoted", 3, text("Doctor", "quoted as JSON strings with \\uXXXX escapes")),
    Way("JSON without quotes", _JSON, 3, text("Doctor", "JSON-escaped (quotes and backslashes)")),
    Way("JSON without quotes, escaped", _JSON, 3, text("Doctor", "JSON-escaped, with \\uXXXX")),
    Way("JSON without quotes, slashes escaped", _JSON, 4, text("Doctor", "JSON-escaped, slashes too")),
    Way("single quotes", "values-quoted", 3, text("Doctor", "put in single quotes")),
    Way("double quotes", "values-quoted", 3, text("Doctor", "put in double quotes")),
    Way(
        "backslashes", "values-with-backslashes", 3, text("Doctor", "escaped with backslashes (addslashes)"), whole=True
    ),
    Way(
        "slashes escaped", "slashes-escaped", 2, text("Doctor", "written with “\\/” for “/”, as PHP's json_encode does")
    ),
    Way(
        "backslashes doubled", "backslashes-doubled", 3, text("Doctor", "written with doubled backslashes"), whole=True
    ),
    Way("backslashes removed", "backslashes-removed", 3, text("Doctor", "stripped of backslashes"), whole=True),
    Way("\\u escapes", "values-unicode-escaped", 2, text("Doctor", "written with \\uXXXX escapes"), whole=True),
    Way("\\U escapes", "values-unicode-escaped", 3, text("Doctor", "written with \\uXXXX in capitals"), whole=True),
    Way("\\u escapes decoded", "unicode-escapes-decoded", 2, text("Doctor", "signed with their \\uXXXX decoded")),
    Way("trimmed", "values-trimmed", 2, text("Doctor", "trimmed")),
    Way("trimmed, Unicode", "values-trimmed", 3, text("Doctor", "trimmed of every kind of white space")),
    Way("without spaces", _SPACE, 2, text("Doctor", "stripped of all their spaces"), whole=True),
    Way("without white space", _SPACE, 3, text("Doctor", "stripped of all their white space"), whole=True),
    Way("one space for many", _SPACE, 3, text("Doctor", "written with one space for many")),
    Way("without line breaks", "line-breaks-removed", 2, text("Doctor", "stripped of line breaks"), whole=True),
    Way("LF line breaks", "line-breaks-changed", 2, text("Doctor", "written with LF line breaks")),
    Way("CRLF line breaks", "line-breaks-changed", 2, text("Doctor", "written with CRLF line breaks")),
    Way(
        "without hidden characters",
        "hidden-characters-removed",
        3,
        text("Doctor", "stripped of invisible characters"),
    ),
    Way("lower case", "values-lower-cased", 2, text("Doctor", "written in lower case"), whole=True),
    Way("upper case", "values-upper-cased", 3, text("Doctor", "written in upper case"), whole=True),
    Way(
        "NFC",
        "values-nfc",
        2,
        text("Doctor", "brought to the Unicode form NFC (composed, where decomposed ones were sent)"),
    ),
    Way(
        "NFD",
        "values-nfd",
        2,
        text("Doctor", "brought to the Unicode form NFD (decomposed: accents apart, as macOS does)"),
    ),
    Way("NFKC", "values-nfkc", 3, text("Doctor", "brought to the Unicode form NFKC (full-width becomes plain)")),
    Way("NFKD", "values-nfkd", 4, text("Doctor", "brought to the Unicode form NFKD")),
    Way("half width", "values-half-width", 2, text("Doctor", "written with plain in place of full-width characters")),
    Way("full width", "values-full-width", 3, text("Doctor", "written in full-width characters")),
    Way(
        "simplified Chinese",
        "characters-simplified",
        2,
        text("Doctor", "written in simplified Chinese (traditional characters were sent)"),
    ),
    Way(
        "traditional Chinese where certain",
        "characters-traditional",
        2,
        text("Doctor", "written in traditional Chinese (simplified characters were sent)"),
    ),
    Way(
        "traditional Chinese",
        "characters-traditional",
        3,
        text("Doctor", "written in traditional Chinese (simplified characters were sent)"),
    ),
    Way("without non-ASCII", "non-ascii-left-out", 3, text("Doctor", "stripped of everything that is not ASCII")),
    Way("without emoji", "emoji-left-out", 3, text("Doctor", "stripped of emoji")),
    Way("base64", "values-base64", 4, text("Doctor", "written in base64")),
)

_URL_AS = text("Doctor", "URL-encoded as {maker} does it")
_JSON_AS = text("Doctor", "JSON-escaped as {maker} does it")
_HTML_AS = text("Doctor", "HTML-escaped as {maker} does it, with references")
_ESCAPED_AS = text("Doctor", "written with escapes as {maker} writes them")
_LETTERS = text("Doctor", "written with other capitals ({maker})")
_CLEANED = text("Doctor", "cleaned or changed by a filter ({maker})")
_MISREAD = text("Doctor", "misread (mojibake): {written} was read as {read}")

MORE_WAYS: tuple[Way, ...] = (
    *(
        Way(name, _URL, 4 if " in " in maker else 3, _URL_AS.fill(maker=maker))
        for name, (maker, _write) in percent.URLS.items()
    ),
    *(Way(name, _JSON, 3, _JSON_AS.fill(maker=maker)) for name, (maker, _write) in escapes.JSONS.items()),
    *(Way(name, _HTML, 3, _HTML_AS.fill(maker=maker)) for name, (maker, _write) in references.REFERENCES.items()),
    *(
        Way(name, "values-escaped", 4, _ESCAPED_AS.fill(maker=maker))
        for name, (maker, _write) in escapes.ESCAPES.items()
    ),
    *(
        Way(name, "values-capitalised", 4, _LETTERS.fill(maker=maker))
        for name, (maker, _write) in letters.LETTERS.items()
    ),
    *(
        Way(name, "values-cleaned", 4, _CLEANED.fill(maker=maker))
        for name, (maker, _write) in cleanings.CLEANED.items()
    ),
    *(
        Way(name, "mojibake", 4, _MISREAD.fill(written=written, read=read))
        for name, (written, read, _write) in misreading.MISREAD.items()
    ),
)
"""What one library or another does; tried alone."""

CLEANINGS = frozenset(
    {
        "slashes escaped",
        "backslashes",
        "backslashes doubled",
        "backslashes removed",
        "\\u escapes",
        "\\U escapes",
        "\\u escapes decoded",
        "trimmed",
        "trimmed, Unicode",
        "without spaces",
        "without white space",
        "one space for many",
        "without line breaks",
        "LF line breaks",
        "CRLF line breaks",
        "without hidden characters",
        "lower case",
        "upper case",
        "NFC",
        "NFD",
        "NFKC",
        "NFKD",
        "half width",
        "full width",
        "simplified Chinese",
        "traditional Chinese",
        "traditional Chinese where certain",
        "without non-ASCII",
        "without emoji",
        "HTML decoded",
        "HTML tags removed",
        "percent-decoded",
        "percent-decoded, plus kept",
        "plus for space",
        "space for plus",
    }
)
"""What is done to a value before it is encoded or quoted, if it is that too."""
