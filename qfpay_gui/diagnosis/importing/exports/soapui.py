"""Requests of SoapUI's REST projects: those of the resources and those of the test steps."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row
from qfpay_gui.diagnosis.importing.exports.xml_tree import text_in, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_HEADERS = "com.eviware.soapui.impl.wsdl.WsdlRequest@request-headers"
_ENTRY = re.compile(r"""<(?:\w+:)?entry\s+key="([^"]*)"\s+value="([^"]*)\"""")
_DEEPEST = 40


def soapui_export(source: str) -> Export:
    """The requests of a project, and the properties that it holds."""
    project = xml_tree(source, "soapui-project")
    if project is None:
        return Export()
    properties = (one for one in project.iter("property"))
    variables = tuple(Row(text_in(one, "name"), text_in(one, "value")) for one in properties)
    methods = {one.get("name", ""): one.get("method", "") for one in project.iter("method")}
    styles = {text_in(one, "name"): text_in(one, "style") for one in project.iter("parameter")}
    found = [*_of_resources(project, "", styles, _DEEPEST), *_of_steps(project, methods, styles)]
    return Export(tuple(found), variables)


def _of_resources(element: Element, path: str, styles: dict[str, str], depth: int) -> Iterator[Exported]:
    for one in element if depth else ():
        if one.tag == "method":
            yield from (_request(each, one.get("method", ""), path, styles) for each in one.findall("request"))
        elif one.tag in {"interface", "resource"}:
            below = one.get("path", "") if one.tag == "resource" else one.get("basePath", "")
            yield from _of_resources(one, _joined(path, below), styles, depth - 1)


def _joined(path: str, below: str) -> str:
    return f"{path.rstrip('/')}/{below.lstrip('/')}" if below else path


def _of_steps(project: Element, methods: dict[str, str], styles: dict[str, str]) -> Iterator[Exported]:
    """The requests of the test steps; a step, case or suite that is disabled does not run."""
    for suite in project.iter("testSuite"):
        for case in suite.iter("testCase"):
            for step in case.iter("testStep"):
                config, request = step.find("config"), step.find("config/restRequest")
                is_off = any(one.get("disabled") == "true" for one in (suite, case, step))
                if config is not None and request is not None and not is_off:
                    method = methods.get(config.get("methodName", ""), "")
                    yield _request(request, method, config.get("resourcePath", ""), styles)


def _request(request: Element, method: str, path: str, styles: dict[str, str]) -> Exported:
    entries = [Row(one.get("key", ""), one.get("value", "")) for one in request.iterfind("parameters/entry")]
    headers = [row for row in entries if styles.get(row.name) == "HEADER"]
    setting = next((one.text or "" for one in request.iter("setting") if one.get("id") == _HEADERS), "")
    listed = (Row(unescape(name), unescape(value)) for name, value in _ENTRY.findall(setting))
    others = tuple(row for row in entries if row not in headers)
    is_posted = request.get("postQueryString") == "true"
    return Exported(
        "soapui",
        method=method or ("POST" if is_posted else ""),
        url=_joined(text_in(request, "endpoint"), path),
        headers=(*listed, *headers),
        query=() if is_posted else others,
        fields=others if is_posted else (),
        raw="" if is_posted else text_in(request, "request"),
    )
