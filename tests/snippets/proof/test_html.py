from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.secrets.masking import MARK
from qfpay_gui.snippets.proof.html import to_html
from qfpay_gui.snippets.proof.model import prove
from tests.snippets.proof.cases import KEY, NOW, Named, request, whole

VOID = {"meta"}
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "strong", "pre"} | {
    *("table", "tr", "th", "td", "code", "i", "mark"),
}


class Reader(HTMLParser):
    """The elements, attributes and text of a page; fails where tags do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.tags.append(tag)
        self.attributes += attrs
        self._open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        """The innermost open element must be the one that ends."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the text by its element."""
        self.text.setdefault(self._open[-1] if self._open else "", []).append(data)


def test_the_page_needs_nothing_else() -> None:
    """No script, no image, no link, no address to load: and a policy that would stop them."""
    page = Reader(to_html(whole()))

    assert set(page.tags) <= ELEMENTS
    assert {name for name, _value in page.attributes} <= {"lang", "charset", "name", "content", "http-equiv"}
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes
    assert not re.search(r"url\(|@import", page.text["style"][0])


def test_it_reads_in_light_and_dark_and_prints() -> None:
    """The page follows the system's colours and has rules for paper."""
    page = to_html(whole(), language="zh-Hant")
    assert "color-scheme: light dark" in page
    assert "@media print" in page
    assert '<html lang="zh-Hant">' in page


def test_the_differing_character_is_marked_in_both_strings() -> None:
    """One mark in each."""
    page = Reader(to_html(whole()))
    assert page.text["mark"] == [MARK, "&"]


def test_hidden_characters_stand_out() -> None:
    """A line break in a value is spelled out in an element of its own."""
    drafted = request(Draft((Entry("goods_name", "a\nb"),)))
    page = Reader(to_html(prove(drafted, KEY, created_at=NOW, version="1", languages=())))
    assert page.text["i"] == ["⟨LF⟩", "⟨LF⟩"]


def test_a_program_keeps_its_lines_and_shows_what_is_hidden_in_them() -> None:
    """A line break between two statements is layout; a joiner in a title or a program is spelled out."""
    programs = Reader(to_html(whole())).text["pre"]
    assert all("⟨U+000A⟩" not in one for one in programs)
    assert any("\n" in one for one in programs)
    assert "a⟨U+200B⟩⟨U+000A⟩b" in to_html(whole(), lambda _sentence: "a\u200b\nb")


@settings(max_examples=50, deadline=None)
@given(st.text(), st.text("<>&\"'/!-]x") | st.just("</pre><script>alert(1)</script><!--"))
def test_no_value_becomes_an_element(name: str, value: str) -> None:
    """Whatever names, values and explanations hold, the elements are those of a plain request."""
    pages = []
    for one, two in ((f"n{name}", f"x{value}"), ("n", "x")):
        proof = prove(
            request(Draft((Entry(one, two),))),
            KEY,
            created_at=NOW,
            version="1",
            causes=[Named(f"{one}{two}")],
            languages=["php"],
        )
        pages.append([tag for tag in Reader(to_html(proof)).tags if tag not in {"i", "mark"}])
    assert pages[0] == pages[1]
