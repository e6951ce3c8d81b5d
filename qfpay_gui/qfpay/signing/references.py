"""References to characters, as one writer of HTML or XML or another puts them."""

from __future__ import annotations

import html
import re
from html.entities import codepoint2name
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.cleanings import replaced
from qfpay_gui.qfpay.signing.escapes import NOT_ASCII, in_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_JINJA = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}
_HANDLEBARS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "`": "&#x60;", "=": "&#x3D;"}
_MUSTACHE = {**_HANDLEBARS, "'": "&#39;", "/": "&#x2F;"}


def _entities(value: str) -> str:
    """As PHP's htmlentities: named where there is a name."""

    def refer(found: re.Match[str]) -> str:
        name = codepoint2name.get(ord(found[0]))
        return f"&{name};" if name else found[0]

    return NOT_ASCII.sub(refer, html.escape(value).replace("&#x27;", "&#039;"))


def _net_html(value: str) -> str:
    """As .NET's HtmlEncode: numbers from U+00A0 to U+00FF, and beyond the basic plane."""
    escaped = html.escape(value).replace("&#x27;", "&#39;")
    return re.sub("[\xa0-\xff\U00010000-\U0010ffff]", lambda one: f"&#{ord(one[0])};", escaped)


REFERENCES: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "HTML: Go, Jinja": ("Go or Jinja (&#34; &#39;)", replaced(_JINJA)),
    "HTML: Go templates": ("Go's templates (&#34; &#39; &#43;)", replaced({**_JINJA, "+": "&#43;"})),
    "HTML: Handlebars": ("Handlebars (&#x27; &#x3D;)", replaced(_HANDLEBARS)),
    "HTML: Handlebars, + too": ("Handlebars", replaced({**_HANDLEBARS, "+": "&#x2B;"})),
    "HTML: Mustache": ("Mustache (&#39; &#x2F;)", replaced(_MUSTACHE)),
    "HTML: lodash": ("lodash (&#39; &#96;)", replaced({**_JINJA, '"': "&quot;", "`": "&#96;"})),
    "HTML: htmlentities": ("PHP's htmlentities (&eacute;)", _entities),
    "HTML: .NET": (".NET's HtmlEncode (&#233;)", _net_html),
    "HTML: decimal references": ("a writer of XML (&#33590;)", in_numbers("&#{};")),
    "HTML: hex references": ("a writer of XML (&#x8336;)", in_numbers("&#x{:x};")),
    "HTML: upper-case hex references": ("a writer of XML (&#x8336;)", in_numbers("&#x{:X};")),
    "HTML: escaped, decimal references": (
        "a writer of XML (&amp; &#33590;)",
        lambda value: in_numbers("&#{};")(html.escape(value).replace("&#x27;", "&#39;")),
    ),
    "HTML: escaped, hex references": (
        "a writer of XML (&amp; &#x8336;)",
        lambda value: in_numbers("&#x{:X};")(html.escape(value)),
    ),
    "HTML: attribute": (
        "a writer of XML, with its quotes",
        lambda value: (
            '"' + value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;") + '"'
        ),
    ),
    "HTML: & and < only": (
        "a writer of XML (&amp; &lt;)",
        lambda value: value.replace("&", "&amp;").replace("<", "&lt;"),
    ),
    "HTML: & only": ("a program that escapes “&” only (&amp;)", lambda value: value.replace("&", "&amp;")),
    "HTML: twice": ("two encodings (twice, &amp;amp;)", lambda value: html.escape(html.escape(value))),
    "HTML: CDATA": ("a writer of XML (CDATA)", lambda value: f"<![CDATA[{value}]]>"),
    "HTML: line breaks": ("a program that writes <br> for line breaks", lambda value: value.replace("\n", "<br />\n")),
}
