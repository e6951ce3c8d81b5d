from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.secrets.masking import MARK
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.proof.markdown import to_markdown
from qfpay_gui.snippets.proof.model import prove
from tests.snippets.proof.cases import KEY, NOW, Named, request, whole


def test_the_cause_comes_first_and_the_difference_is_marked() -> None:
    """Title, sentence, then both strings with the differing character between brackets."""
    written = to_markdown(whole())

    assert written.startswith("# QFPay signature check\n\nMade by QFPay Tester 1.2 at 2026-03-01 10:00:00+00:00.")
    assert "**The key is joined with \\&key=; the key is" in written
    assert written.index("**The key is joined") < written.index("⟦")
    assert f"⟦&⟧key={MARK * 32}" in written
    assert "\nRight     expired_time=" in written
    assert "\nMerchant  expired_time=" in written


def test_each_part_has_its_heading_and_one_cause_is_not_called_one_of_several() -> None:
    """What was found comes first, without one."""
    headings = re.findall(r"^## (.*)$", to_markdown(whole()), re.MULTILINE)
    assert headings == ["What is signed", "The request", "The answer", "Signing code for this request"]
    several = "Each of these explains it equally well"
    assert several not in to_markdown(whole())
    assert several in to_markdown(whole(causes=[Named("One."), Named("Two.")]))


def test_every_language_has_its_program() -> None:
    """Six programs, each below its name."""
    written = to_markdown(whole())
    titles = re.findall(r"^### (.*)$", written, re.MULTILINE)
    assert titles == ["curl (bash, openssl)", "Python", "Node.js", "Mini Program", "PHP", "Java"]


def test_hidden_characters_are_spelled_out() -> None:
    """A line break or a joiner in a value cannot pass unseen."""
    drafted = request(Draft((Entry("goods_name", "a\n\u200bb "),)))
    written = to_markdown(prove(drafted, KEY, created_at=NOW, version="1", languages=()))
    assert "goods_name=a⟨LF⟩⟨ZWSP⟩b" in written
    assert "goods_name  a⟨LF⟩⟨ZWSP⟩b⟨SPACE⟩" in written


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("`~\n#*_<>[]()|\\"), st.text("`\n#-|"))
def test_no_value_ends_its_block(value: str, name: str) -> None:
    """Outside the blocks stand only our own sentences: nothing in a value becomes a heading or a link."""
    drafted = request(Draft((Entry(f"n{name}", f"x{value}"),)))
    plain = request(Draft((Entry("n", "x"),)))
    outside = [_prose(to_markdown(prove(one, KEY, created_at=NOW, version="1"))) for one in (drafted, plain)]
    assert outside[0] == outside[1]


@pytest.mark.parametrize(("ticks", "fence"), [("``", "```"), ("```", "````"), ("````", "`````")])
def test_a_fence_is_longer_than_any_in_the_text(ticks: str, fence: str) -> None:
    """And never shorter than three."""
    drafted = request(Draft((Entry("n", f"x{ticks}y"),)))
    written = to_markdown(prove(drafted, KEY, created_at=NOW, version="1", languages=()))
    assert fence in {line for line in written.splitlines() if set(line) == {"`"}}
    assert fence + "`" not in written


def test_a_request_with_another_signature_says_so() -> None:
    """In small letters it is the same."""

    def sent(signature: str) -> str:
        prepared = replace(request(), signed=replace(request().signed, signature=signature))
        return to_markdown(prove(prepared, KEY, created_at=NOW, version="1", languages=()))

    assert "**It was sent with another signature than the right one.**" in sent("0" * 32)
    assert "It was sent with another signature" not in sent(request().signature.lower())


def test_a_sentence_is_taken_at_its_word() -> None:
    """Signs of Markdown inside an explanation are signs, not layout."""
    written = to_markdown(whole(causes=[Named("Use `x` *now* <b>\n# end")]))
    assert "**Use \\`x\\` \\*now\\* \\<b\\> \\# end**" in written


def test_sentences_are_said_in_the_language_of_choice() -> None:
    """Every sentence goes through the translator; values do not."""

    def say(sentence: Text) -> str:
        return str(replace(sentence, template="¡" + sentence.template))

    written = to_markdown(whole(causes=[Named(text("X", "{a} {b}").fill(a="1", b="2"))], languages=()), say)
    assert "# ¡QFPay signature check" in written
    assert "**¡1 2**" in written
    assert "¡Right" in written


def _prose(written: str) -> list[str]:
    """The lines outside fenced blocks, as CommonMark reads them."""
    lines, fence = [], ""
    for line in written.splitlines():
        run = re.match("`{3,}", line)
        if fence:
            fence = "" if line == fence else fence
        elif run:
            fence = run[0]
        else:
            lines.append(line)
    assert not fence
    return [line for line in lines if "masked; its" not in line]
