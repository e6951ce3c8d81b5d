"""Reads XML that a program exported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_REFUSED = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[")


def xml_tree(source: str, name: str) -> Element | None:
    """The outermost element, if it has this name; names are without their namespace.

    Declarations of entities, which could grow without bound, are refused.
    """
    begin = re.search(rf"<(?:\w+:)?{name}\b", source)
    end = re.search(rf"</(?:\w+:)?{name}\s*>", source)
    if not begin or not end or end.end() < begin.start() or _REFUSED.search(source):
        return None
    try:
        tree = ET.fromstring(source[begin.start() : end.end()])  # noqa: S314 - entities were refused
    except (ET.ParseError, ValueError):
        return None
    for element in tree.iter():
        element.tag = str(element.tag).rpartition("}")[2]
    return tree


def text_in(element: Element | None, path: str) -> str:
    """The text of the element at this path, "" where there is none."""
    return (element.findtext(path) or "") if element is not None else ""
