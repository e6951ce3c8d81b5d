"""Requests of JMeter: test plans, and results that are kept as XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from qfpay_gui.diagnosis.importing.exports.charles import address
from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row
from qfpay_gui.diagnosis.importing.exports.xml_tree import text_in, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_DEEPEST = 40
_Inherited = tuple[tuple[Row, ...], dict[str, str]]


def jmeter_export(source: str) -> Export:
    """The samplers of a test plan with the user's variables, or the requests of results."""
    plan = xml_tree(source, "jmeterTestPlan")
    if plan is None:
        results = xml_tree(source, "testResults")
        return Export(tuple(_results(results))) if results is not None else Export()
    variables = tuple(row for element in plan.iter("elementProp") for row in _rows(element, "Argument"))
    return Export(tuple(one for tree in plan for one in _samplers(tree, ((), {}), _DEEPEST)), variables)


def _samplers(tree: Element, inherited: _Inherited, depth: int) -> Iterator[Exported]:
    """The samplers of a hashTree: each element is followed by the tree of what stands below it."""
    elements = [one for one in tree if one.tag != "hashTree" and one.get("enabled") != "false"]
    inherited = _with_own(elements, inherited)
    every = list(tree)
    for one, below in zip(every, [*every[1:], None], strict=False):
        has_own = below is not None and below.tag == "hashTree"
        if one in elements and one.tag == "HTTPSamplerProxy":
            yield _sampler(one, _with_own(list(below) if below is not None and has_own else [], inherited))
        elif one in elements and below is not None and has_own and depth:
            yield from _samplers(below, inherited, depth - 1)


def _with_own(elements: list[Element], inherited: _Inherited) -> _Inherited:
    """What is inherited and what these elements add: header managers, and defaults of requests."""
    headers, defaults = inherited
    for one in elements:
        if one.tag == "HeaderManager" and one.get("enabled") != "false":
            headers = (*headers, *(row for prop in one.iter("elementProp") for row in _rows(prop, "Header")))
        elif one.tag == "ConfigTestElement":
            defaults = {**defaults, **_properties(one)}
    return headers, defaults


def _sampler(sampler: Element, inherited: _Inherited) -> Exported:
    headers, defaults = inherited
    said = {**defaults, **_properties(sampler)}
    fields = tuple(row for prop in sampler.iter("elementProp") for row in _rows(prop, "HTTPArgument"))
    is_raw = said.get("HTTPSampler.postBodyRaw") == "true"
    host, port, path = (said.get(f"HTTPSampler.{name}", "") for name in ("domain", "port", "path"))
    url = address(said.get("HTTPSampler.protocol") or "http", host, port, path if path[:1] == "/" else f"/{path}", "")
    return Exported(
        "jmeter",
        method=said.get("HTTPSampler.method", ""),
        url=path if "://" in path else url,
        headers=headers,
        fields=() if is_raw else fields,
        is_multipart=said.get("HTTPSampler.DO_MULTIPART_POST") == "true",
        raw="".join(row.value for row in fields) if is_raw else "",
    )


def _properties(element: Element) -> dict[str, str]:
    """What is filled in; what is empty is inherited."""
    return {one.get("name") or "": one.text for one in element if one.text and one.text.strip()}


def _rows(element: Element, kind: str) -> Iterator[Row]:
    """The row of this kind that an element is. Without ``always_encode``, a value is kept as it travels."""
    if element.get("elementType") != kind:
        return
    said = {one.get("name") or "": one.text or "" for one in element}
    prefix = kind.removeprefix("HTTP")
    value = said.get(f"{prefix}.value", "")
    if said.get("HTTPArgument.always_encode") == "false" and said.get(f"{prefix}.name"):
        value = unquote_plus(value)
    yield Row(said.get(f"{prefix}.name") or element.get("name") or "", value, element.get("enabled") != "false")


def _results(results: Element) -> Iterator[Exported]:
    for sample in results.iter("httpSample"):
        lines = (line.partition(":") for line in text_in(sample, "requestHeader").splitlines())
        yield Exported(
            "jmeter",
            method=text_in(sample, "method") or "POST",
            url=text_in(sample, "java.net.URL"),
            headers=tuple(Row(name.strip(), value.strip()) for name, colon, value in lines if colon),
            raw=text_in(sample, "queryString"),
        )
