"""The language in which a merchant's program is written, as far as a paste tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.diagnosis.importing.lenses.view import View

LONGEST = 20_000
"""Characters of a paste that are looked at."""
_AGENTS = (
    ("python", r"python|aiohttp|httpx|urllib3|tornado"),
    ("php", r"guzzle|php|symfony|buzz/"),
    ("java", r"okhttp|apache-httpclient|\bjava\b|jersey|unirest|reactornetty|hutool|jodd|asynchttpclient|ahc/"),
    ("go", r"go-http-client|go-resty|fasthttp|gentleman|imroc/req"),
    ("dotnet", r"restsharp|\.net\b|flurl|windowspowershell|powershell"),
    ("ruby", r"faraday|ruby|httparty|typhoeus|rest-client"),
    ("perl", r"libwww-perl|lwp|mojolicious|http-tiny"),
    ("node", r"axios|node|undici|\bgot\b|superagent|postmanruntime|insomnia|apifox|micromessenger|miniprogram"),
    ("shell", r"curl|wget|httpie"),
)
"""Of User-Agent, in the order in which they are looked for: a library names its own language, and then others."""
_FORMS = {
    **{one: one for one in ("python", "node", "php", "java", "go", "ruby")},
    "code": "node",
    "postman": "node",
    "powershell": "dotnet",
}
_JAVA_LOG = (
    r"\[ *(?:(?:https?-)?(?:jsse-)?nio2?-[\w.\-]*?exec-\d+|pool-\d+-thread-\d+|XNIO-\d+ task-\d+|qtp\d+-\d+"
    r"|(?:nio|epoll)EventLoopGroup-\d+-\d+|reactor-http-\w+-\d+)\]"
    r"|(?:\]|TRACE|DEBUG|INFO|WARN|ERROR)[ ]+(?:[a-z]\w*\.){2,}[A-Z]\w*"
)
"""The threads of Java's servers and pools, and a class with its package where a log names who writes."""
_TRACES = (
    ("python", r"\bb'(?:[^'\\]|\\x)|Traceback \(most recent|datetime\.datetime\(|OrderedDict\(|\.py\", line \d"),
    ("php", r"<\?php|\bstdClass\b|=> string\(\d+\)|\barray\s?\(\n|\.php(?::| on line )\d|Array\s*\(\s*\["),
    (
        "java",
        r"\bjava\.\w+\.|\bat (?:com|org|net|java)\.[\w.$]+\(|\.java:\d|Optional\[|\[B@[0-9a-f]{5,8}\b|" + _JAVA_LOG,
    ),
    ("dotnet", r"\bSystem\.[A-Z]\w+|\.cs:line \d|JToken|Newtonsoft"),
    ("ruby", r"#<[A-Z]\w+|\.rb:\d|\"\w+\"=>\"|:\w+=>\""),
    ("go", r"\bmap\[\w+:|%!\w?\(|<nil>|goroutine \d+|\.go:\d"),
    ("node", r"\[object \w+\]|<Buffer [0-9a-f]|node_modules|node:internal|\.js:\d+:\d"),
    ("perl", r"\$VAR1 =|HASH\(0x|\.p[lm] line \d"),
)
"""What only one language prints."""


def language_of(request: ReadRequest) -> str:
    """The id of the language; "" where nothing tells it, or several are told.

    The program that sent it counts first, then the language of the code or print, then what values look like.
    """
    agent = request.headers.get("User-Agent", "").lower()
    sender = next((language for language, known in _AGENTS if re.search(known, agent)), "")
    if sender:
        return sender
    if request.form in _FORMS:
        return _FORMS[request.form]
    text = "\n".join((*(value for _name, value in request.pairs), *_texts(request.view)))
    return language_of_text(text)


def language_of_text(text: str) -> str:
    """The one language whose prints stand in this text; "" for none or several."""
    found = [language for language, known in _TRACES if re.search(known, text[:LONGEST])]
    return found[0] if len(found) == 1 else ""


def _texts(view: View | None) -> Iterator[str]:
    """What was read, and the paste before any lens: one of them cuts what a log writes before each line."""
    if view is None:
        return
    yield view.text
    whole = view
    while whole.parent:
        whole = whole.parent
    yield whole.text[:LONGEST]
