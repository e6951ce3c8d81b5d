"""What a key brings along when it is copied out of a text or a program, and what stands there before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

Damage = tuple[str, int, str, Text, dict[str, object]]
"""Identity, cost, the key that comes of it, the words, and what fills them."""

_WITH = text("Doctor", "the key was copied together with “{what}”")
_NAME = text(
    "Doctor", "the name of a variable, or a placeholder, was used in place of the key and never filled in: {what}"
)

LABELS = (
    *("client_key", "key", "Client Key", "client key", "CLIENT_KEY", "clientKey", "Key", "KEY", "secret", "appkey"),
    *("QF_KEY", "QFPAY_KEY", "QF_CLIENT_KEY", "QFPAY_CLIENT_KEY", "ClientKey", "client-key", "api_key", "API key"),
    *("token", "password", "app_secret", "secret_key", "密钥", "密鑰", "商户密钥", "商戶密鑰", "客户密钥", "客戶密鑰"),
)
_SIGNS = ("=", ":", ": ", " = ", "：", " ", "\t", " : ", '="', "='", "=>", " => ", ":\n")
_CODE = (
    *("'{}': '{}'", '"{}": "{}"', '"{}":"{}"', "{}: '{}'", '{}: "{}"', "{} = '{}'", '{} = "{}"', ":{} => '{}'"),
    *("{{'{}': '{}'}}", '{{"{}":"{}"}}', '{{"{}": "{}"}}', '{{:{}=>"{}"}}', '{{"{}"=>"{}"}}', "{{ {}: '{}' }}"),
    *("'{}' => '{}'", '"{}" => "{}"', "'{}', '{}'", "<{0}>{1}</{0}>", "{}({})", '{}("{}")', "[{}: {}]", "{{{}={}}}"),
)
"""A label and the key as programs write them, most often in one line of code."""
_CLINGING = (
    *".,;。，；、:：!?)(*…-_=&|/`'\"”“><][}{）（%#+~^$@",
    *("...", "<br>", "<br/>", "&nbsp;", "%0A", "%20", "</td>", "%s", "%d", "%n", " |", " -", " \\", '",', "',", '";'),
)
_LEADING = ("- ", "* ", "• ", "– ", "1. ", "1) ", "2. ", "# ", "$ ", "> ", ">>> ", "| ", "→ ", "=> ", "\ue000")
"""Marks of a list, a prompt or a quotation; the last stands for a character of a symbol font."""
_REMARKS = tuple(
    f"{gap}{mark}{word}"
    for gap in (" ", "  ")
    for mark in ("#", "//", "--", "(", "/*", ";")
    for word in (
        "",
        " live",
        " test",
        " prod",
        " production",
        " sandbox",
        " key",
        " client key",
        " client_key",
        " 1",
        "1",
    )
)
_AROUND = (
    *(("(", ")"), ("（", "）"), ("`", "`"), ("「", "」"), ("『", "』"), ("【", "】"), ("‘", "’"), ("«", "»")),
    *(("*", "*"), ("**", "**"), ('\\"', '\\"'), ("&quot;", "&quot;"), ("${", "}"), ("{{", "}}"), ("%", "%")),
    *(('"', '",'), ("'", "',"), ('"', '"\n'), ("'", "'\n"), ("```", "```"), ('="', '"'), ("<p>", "</p>")),
    *(("<td>", "</td>"), ("<b>", "</b>"), ("<code>", "</code>"), ("Bearer ", ""), ("Basic ", ""), ("Bearer", "")),
    *(("pk_", ""), ("sk_", ""), ("_", "_"), ("__", "__"), ("~", "~"), ("\\'", "\\'"), ("“", "“"), ("„", "“")),
)
_NAMES = (
    *("client_key", "CLIENT_KEY", "clientKey", "KEY", "key", "YOUR_CLIENT_KEY", "YOUR_KEY", "your_client_key"),
    *("QF_CLIENT_KEY", "QFPAY_CLIENT_KEY", "QFPAY_KEY", "client-key", "qfpay.client-key", "Client Key", "CLIENTKEY"),
)
_UNFILLED = (
    *("{}", "${}", "${{{}}}", "{{{{{}}}}}", "{{{{ {} }}}}", "%{}%", "<{}>", "{{{}}}", "@{}", "[{}]", "#{{{}}}", ":{}"),
    *("$({})", "%({})s", "%{{{}}}", "process.env.{}", "$config[{}]", "$config['{}']", "$ENV{{{}}}", "ENV['{}']"),
    *('#{{ENV["{}"]}}', "os.environ['{}']", "os.getenv('{}')", "getenv('{}')", "env('{}')", "{{{{.{}}}}}", "@@{}@@"),
)


def clinging(key: str) -> Iterator[Damage]:
    """Marks, labels, code and remarks around it."""
    for one in _CLINGING:
        yield "key-with-punctuation", 4, key + one, _WITH, {"what": one}
        yield "key-with-punctuation", 5, one + key, _WITH, {"what": one}
    for before, after in _AROUND:
        yield "key-quoted", 4, f"{before}{key}{after}", _WITH, {"what": f"{before}{after}".strip()}
    yield from _labelled(key)
    for one in _LEADING:
        yield "key-with-punctuation", ALONE, one + key, _WITH, {"what": one.strip()}
    for one in _REMARKS:
        yield "key-with-punctuation", ALONE, key + one, _WITH, {"what": one.strip()}


def _labelled(key: str) -> Iterator[Damage]:
    for label in LABELS:
        for word in ("export", "set", "const", "var", "$"):
            what = f"{word}{' ' if word.isalpha() else ''}{label}="
            yield "key-with-label", 5, f"{what}{key}", _WITH, {"what": what}
        for sign in _SIGNS:
            what = f"{label}{sign}"
            close = sign[-1] if sign[-1] in "\"'" else ""
            yield "key-with-label", 4, f"{what}{key}{close}", _WITH, {"what": what.strip()}
            yield "key-with-label", 5, f"{what}{key};", _WITH, {"what": what.strip()}
        for form in _CODE:
            yield "key-with-label", ALONE, form.format(label, key), _WITH, {"what": form.format(label, "…")}


def unfilled() -> Iterator[Damage]:
    """Names and placeholders as programs and templates write them."""
    for name in _NAMES:
        for form in _UNFILLED:
            written = form.format(name)
            yield "placeholder-as-key", ALONE, written, _NAME, {"what": written}
