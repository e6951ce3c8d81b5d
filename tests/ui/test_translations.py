from __future__ import annotations

import importlib.util
import re
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.qfpay.text import Text
from qfpay_gui.ui.words.languages import LANGUAGES, speak
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CHINESE = [language for language in LANGUAGES if language != "en"]
# Names and wire words, which are the same in every language.
_SAME = {"QFPay", "prepay_id {prepay_id}", "KWallet", "TLS", "pay_params", "HTTP {status}", "HTTP {status} {reason}"}
_SAME |= {"Apifox", "Apipost", "Bruno", "Charles", "Hoppscotch", "Insomnia", "JMeter", "mitmproxy", "SoapUI"}
_SAME |= {"Thunder Client"}
# GB 2312 has simplified characters only; code page 950 is Big5, which has traditional ones only, and 裏 and 恒.
_SCRIPTS = {"zh_CN": "gb2312", "zh_HK": "cp950"}
# What a diagnosis quotes, such as “&key=” and “&amp;”, has no key.
_MNEMONIC = re.compile(r"&([A-Za-z])(?!\w*[;=])")


def _load(name: str) -> Any:
    """A module of ``.ci``, which is a folder of scripts and no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def translate() -> Iterator[Any]:
    """The developer's tool that keeps the translations."""
    path = list(sys.path)
    yield _load("translate")
    sys.path[:] = path


@pytest.fixture(scope="module")
def said(translate: Any) -> list[Any]:
    """Every sentence of the program: those of the code and those of the tables."""
    return list(translate.of_program(ROOT))


@pytest.fixture
def few(translate: Any) -> list[Any]:
    """Two sentences, as a small program might say them."""
    return [translate.Sentence("Rules", "One"), translate.Sentence("Rules", 'A "new" \\u rule:\n{value}')]


@pytest.fixture
def ts(translate: Any, few: list[Any], tmp_path: Path) -> Path:
    """A .ts file of these two sentences, translated and compiled."""
    path = tmp_path / "qfpay_zh_CN.ts"
    translate.merge(few, path, "zh_CN")
    unfinished = ' type="unfinished"></translation>'
    path.write_text(path.read_text(encoding="utf-8").replace(unfinished, ">甲</translation>"), encoding="utf-8")
    translate.release(path, path.with_suffix(".qm"))
    return path


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _pairs(translate: Any, language: str) -> list[tuple[str, str]]:
    kept = translate.translations(translate.ts_file(language))
    return [(one.source, words) for one, words in kept.items() if words]


@pytest.mark.parametrize("language", CHINESE)
def test_every_sentence_is_translated_and_compiled(translate: Any, said: list[Any], language: str) -> None:
    """What code and tables say stands finished in the .ts file, nothing else does, and the .qm file is that one's."""
    assert list(translate.faults(said, translate.ts_file(language))) == []


def test_the_sentences_come_from_code_and_from_every_table(said: list[Any]) -> None:
    """A sentence of a rule, of a widget and of each packaged table is among those to translate."""
    assert {"Rules", "MainWindow", "respcd", "parameters", "currencies"} <= {sentence.context for sentence in said}


@pytest.mark.parametrize("language", CHINESE)
def test_a_translation_takes_the_values_of_its_sentence(translate: Any, language: str) -> None:
    """The same {names} stand in both, so a translation can be filled wherever the English can."""
    for source, words in _pairs(translate, language):
        assert _placeholders(words) == _placeholders(source), source
        assert words.format_map(dict.fromkeys(_placeholders(source), "1")), source


@pytest.mark.parametrize("language", CHINESE)
def test_a_translation_is_not_the_english_again(translate: Any, language: str) -> None:
    """Only names and what has no words at all read the same in Chinese."""
    same = {source for source, words in _pairs(translate, language) if words == source}
    assert {source for source in same - _SAME if any(map(str.isalpha, _literal(source)))} == set()


def _literal(template: str) -> str:
    return "".join(before for before, _, _, _ in string.Formatter().parse(template))


@pytest.mark.parametrize("language", CHINESE)
def test_a_menu_keeps_its_key(translate: Any, language: str) -> None:
    """An entry with a mnemonic in English has the same one in brackets, as (&F), and no other entry has one."""
    for source, words in _pairs(translate, language):
        assert _keys(words) == _keys(source), source
        assert all(f"(&{key})" in words for key in _keys(source)), source
        assert words.count("&") == source.count("&"), source


def _keys(words: str) -> list[str]:
    return [key.upper() for key in _MNEMONIC.findall(words)]


@pytest.mark.parametrize("language", CHINESE)
def test_simplified_and_traditional_are_not_mixed(translate: Any, language: str) -> None:
    """A character that only the other script writes is in no translation."""
    for source, words in _pairs(translate, language):
        for character in filter(_is_chinese, words):
            assert character.encode(_SCRIPTS[language], "ignore"), f"{character} in the translation of {source}"


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", CHINESE)
def test_the_window_reads_every_translation(translate: Any, language: str) -> None:
    """The program, asked for any sentence, answers with the one of the .ts file."""
    kept = translate.translations(translate.ts_file(language))
    speak(language)
    try:
        assert [one for one, words in kept.items() if words and _shown(one) != _filled(words)] == []
    finally:
        speak("en")


def _shown(sentence: Any) -> str:
    names = _placeholders(sentence.source)
    return translated(Text(sentence.context, sentence.source, tuple((name, name) for name in sorted(names))))


def _filled(words: str) -> str:
    return words.format_map({name: name for name in _placeholders(words)})


def test_a_new_sentence_is_named_until_it_is_translated(translate: Any, few: list[Any], ts: Path) -> None:
    """A sentence that the .ts file lacks is missing; after an update it is unfinished, and so it stays a fault."""
    assert list(translate.faults(few, ts)) == []
    more = [*few, translate.Sentence("Panel", "One")]
    assert list(translate.faults(more, ts)) == ["missing, run update: Panel: 'One'"]
    translate.merge(more, ts, "zh_CN")
    assert list(translate.faults(more, ts)) == ["unfinished: Panel: 'One'"]


def test_a_sentence_nobody_says_any_more_is_named_and_dropped(translate: Any, few: list[Any], ts: Path) -> None:
    """What the code stopped saying is stale in the .ts file; an update drops it and keeps every other translation."""
    assert list(translate.faults(few[1:], ts)) == ["no longer said, run update: Rules: 'One'"]
    translate.merge(few[1:], ts, "zh_CN")
    assert translate.translations(ts) == {few[1]: "甲"}


def test_a_translation_that_was_not_compiled_is_named(translate: Any, few: list[Any], ts: Path) -> None:
    """A .ts file that was edited after its .qm file was made is a fault, and so is a lost .qm file."""
    stale = "qfpay_zh_CN.qm is not what qfpay_zh_CN.ts says, run compile"
    ts.write_text(ts.read_text(encoding="utf-8").replace("甲", "乙"), encoding="utf-8")
    assert list(translate.faults(few, ts)) == [stale]
    ts.with_suffix(".qm").unlink()
    assert list(translate.faults(few, ts)) == [stale]


def test_the_tool_makes_what_it_then_checks(
    translate: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing, update and compile make a pair of files for each language, in which all is unfinished."""
    monkeypatch.setattr(translate, "TRANSLATIONS", tmp_path)
    assert [translate.main([verb]) for verb in ("update", "compile", "check")] == [0, 0, 1]
    assert sorted(path.stem for path in tmp_path.glob("*.qm")) == [f"qfpay_{language}" for language in CHINESE]
    assert all(": unfinished: " in line for line in capsys.readouterr().out.splitlines())


def test_a_failing_tool_of_qt_is_an_error(
    translate: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What lrelease says when there is nothing to compile is shown, and the exit code is 1."""
    monkeypatch.setattr(translate, "TRANSLATIONS", tmp_path)
    assert translate.main(["compile"]) == 1
    assert "lrelease failed" in capsys.readouterr().out


def test_the_tool_explains_itself_when_it_is_called_wrongly(translate: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a verb it prints how to call it, and exits with 2."""
    assert translate.main([]) == 2
    assert "translate.py update" in capsys.readouterr().out


def test_no_file_names_the_machine_it_was_made_on(translate: Any) -> None:
    """The .ts files hold sentences only, no places in the code of one clone."""
    for language in CHINESE:
        assert "<location" not in translate.ts_file(language).read_text(encoding="utf-8")


def _sentences_of(code: str, tmp_path: Path) -> list[tuple[str, str]]:
    module = tmp_path / "module.py"
    module.write_text(code, encoding="utf-8")
    return [tuple(sentence) for sentence in _load("sentences").of_module(module)]


def test_sentences_are_found_wherever_they_stand(tmp_path: Path) -> None:
    """Split literals, an f-string around a tr(), an attribute called text: all are read as Python reads them."""
    code = """
class Panel(QWidget):
    def words(self):
        self.copy(self.reply.text, self.tr("one"))
        return f"<p>{escape(self.tr('two'))}</p>" + QCoreApplication.translate("Other", "three")
HEADLINE = text("Rules", "four "
                "and {five}").fill(five=text("Rules", "six"))
"""
    assert sorted(_sentences_of(code, tmp_path)) == [
        ("Other", "three"),
        ("Panel", "one"),
        ("Panel", "two"),
        ("Rules", "four and {five}"),
        ("Rules", "six"),
    ]


@pytest.mark.parametrize("call", ['self.tr(f"{count} left")', "self.tr(words)", 'text("Rules", words)'])
def test_a_computed_sentence_is_refused(call: str, tmp_path: Path) -> None:
    """A sentence that cannot be translated, since it is put together while the program runs, stops the tool."""
    with pytest.raises(Exception, match=r"module.py, line 3: write the sentence out"):
        _sentences_of(f"class Panel:\n    def words(self):\n        return {call}\n", tmp_path)
