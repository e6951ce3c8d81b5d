"""Keeps ``resources/translations`` in step with the sentences of the program; run it with the clone's own Python.

.venv/bin/python .ci/translate.py update     bring the .ts files up to date: new sentences come unfinished, old ones go
.venv/bin/python .ci/translate.py compile    make the .qm files that the program reads
.venv/bin/python .ci/translate.py check      name what is missing, unfinished or stale

The exit code is 1 when ``check`` found something or a tool failed, else 0. Translate with Qt Linguist or a text editor
between ``update`` and ``compile``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import PySide6

sys.path.insert(0, str(Path(__file__).parent))
from sentences import NotLiteralError, Sentence, of_program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "zh_HK")

_LUPDATE = (
    "-no-obsolete",
    "-warnings-are-errors",
    *("-locations", "none"),
    *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
    *("-source-language", "en"),
)


class ToolError(Exception):
    """Qt's lupdate or lrelease failed; the message is what it printed."""


def main(arguments: list[str]) -> int:
    """Carry out the one verb and return the exit code."""
    verbs = {"update": update, "compile": compile_all, "check": check}
    if len(arguments) != 1 or arguments[0] not in verbs:
        _say(__doc__ or "")
        return 2
    try:
        return verbs[arguments[0]]()
    except (ToolError, NotLiteralError) as failure:
        _say(str(failure))
        return 1


def update() -> int:
    """Bring the .ts file of every language up to date."""
    said = of_program(ROOT)
    for language in LANGUAGES:
        merge(said, ts_file(language), language)
    return 0


def compile_all() -> int:
    """Make the .qm file of every language."""
    for language in LANGUAGES:
        release(ts_file(language), ts_file(language).with_suffix(".qm"))
    return 0


def check() -> int:
    """Print every fault of the translations, one a line; 1 if there is one."""
    said = of_program(ROOT)
    found = [f"{language}: {fault}" for language in LANGUAGES for fault in faults(said, ts_file(language))]
    for line in found:
        _say(line)
    return 1 if found else 0


def ts_file(language: str) -> Path:
    """Where the sentences of a language are kept."""
    return TRANSLATIONS / f"qfpay_{language}.ts"


def translations(ts: Path) -> dict[Sentence, str]:
    """The translation of every sentence of a .ts file; "" where it is unfinished."""
    return {
        Sentence(context.findtext("name", ""), message.findtext("source", "")): _finished(message)
        for context in ET.parse(ts).getroot().iter("context")  # noqa: S314 - the project's own file
        for message in context.iter("message")
    }


def faults(said: Iterable[Sentence], ts: Path) -> Iterator[str]:
    """What keeps a .ts file and the .qm file beside it from being complete and current, in words."""
    kept, known = translations(ts), set(said)
    for context, source in sorted(known - kept.keys()):
        yield f"missing, run update: {context}: {source!r}"
    for context, source in sorted(kept.keys() - known):
        yield f"no longer said, run update: {context}: {source!r}"
    for (context, source), translation in kept.items():
        if not translation:
            yield f"unfinished: {context}: {source!r}"
    if _is_stale(ts.with_suffix(".qm"), ts):
        yield f"{ts.stem}.qm is not what {ts.name} says, run compile"


def merge(said: Iterable[Sentence], ts: Path, language: str) -> None:
    """Make or update a .ts file so that it holds exactly these sentences, and keep what is translated."""
    with TemporaryDirectory() as folder:
        listed = Path(folder, "sentences.py")
        listed.write_text("\n".join(map(_noop, said)), encoding="utf-8")
        _run("lupdate", *_LUPDATE, "-target-language", language, str(listed), "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compile a .ts file into a .qm file."""
    _run("lrelease", str(ts), "-qm", str(qm))


def _is_stale(qm: Path, ts: Path) -> bool:
    if not qm.exists():
        return True
    with TemporaryDirectory() as folder:
        fresh = Path(folder, qm.name)
        release(ts, fresh)
        return qm.read_bytes() != fresh.read_bytes()


def _finished(message: ET.Element) -> str:
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return ""
    return translation.text or ""


def _noop(sentence: Sentence) -> str:
    context, source = (json.dumps(part, ensure_ascii=False) for part in sentence)
    return f"QT_TRANSLATE_NOOP({context}, {source})"


def _run(tool: str, *arguments: str) -> None:
    """Run one of the translation tools that come with PySide6.

    Raises ToolError with its output.
    """
    command = [str(Path(PySide6.__file__).parent / tool), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)  # noqa: S603 - own command
    if done.returncode:
        raise ToolError(f"{tool} failed:\n{done.stdout.decode('utf-8', 'replace')}")


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the answer of a command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
