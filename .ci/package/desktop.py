"""How a Linux desktop knows the program: its entry in the menu, and the files that it opens."""

from __future__ import annotations

from xml.sax.saxutils import escape

from package.facts import MIME, NAME, TITLE

_COMMENTS = {
    "": "See which bytes of a QFPay payment are signed and sent, and what is wrong",
    "zh_CN": "查看 QFPay 支付签名和发送的每个字节，并指出哪里有误",
    "zh_HK": "檢視 QFPay 支付簽名及發送的每個位元組，並指出哪裏有誤",
}
_GENERIC = {"": "Payment API tester", "zh_CN": "支付接口测试工具", "zh_HK": "支付介面測試工具"}
_FILES = {
    "": "QFPay Tester proof or case",
    "zh_CN": "QFPay Tester 排查报告或案例",
    "zh_HK": "QFPay Tester 排查報告或個案",
}
_GLOBS = ("qfpay-proof-*.json", "qfpay-case-*.json")
"""As the program names what it saves; the mark within is for a file whose name tells nothing."""
_MARK = '"format": "QFPay Tester proof"'


def desktop_entry() -> str:
    """The file in ``applications``."""
    lines = ["[Desktop Entry]", "Type=Application"]
    lines += [f"Name{_of(one)}={TITLE}" for one in _COMMENTS]
    lines += [f"GenericName{_of(one)}={words}" for one, words in _GENERIC.items()]
    lines += [f"Comment{_of(one)}={words}" for one, words in _COMMENTS.items()]
    lines += [f"Exec={NAME} %f", f"TryExec={NAME}", f"Icon={NAME}", "Terminal=false"]
    lines += ["Categories=Development;Debugger;", f"MimeType={MIME};", "Keywords=QFPay;WeChat;payment;signature;1108;"]
    lines += [f"StartupWMClass={TITLE}", "StartupNotify=true"]
    return "\n".join(lines) + "\n"


def mime_package() -> str:
    """The file in ``mime/packages``: by the name the program gives it, or by its beginning."""
    comments = [f"    <comment{_xml_of(one)}>{escape(words)}</comment>" for one, words in _FILES.items()]
    globs = [f'    <glob pattern="{one}" weight="80"/>' for one in _GLOBS]
    mark = escape(_MARK, {'"': "&quot;"})
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
            f'  <mime-type type="{MIME}">',
            *comments,
            '    <sub-class-of type="application/json"/>',
            '    <magic priority="80">',
            f'      <match type="string" offset="1:16" value="{mark}"/>',
            "    </magic>",
            *globs,
            "  </mime-type>",
            "</mime-info>",
            "",
        )
    )


def _of(language: str) -> str:
    return f"[{language}]" if language else ""


def _xml_of(language: str) -> str:
    return f' xml:lang="{language}"' if language else ""
