"""The doctor's recall and precision over the catalogue, as a table: `python -m tests.diagnosis.catalogue.report`."""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.diagnosis.catalogue.composed import composed
from tests.diagnosis.catalogue.entries import CATALOGUE, read_entries
from tests.diagnosis.catalogue.judge import Outcome, Verdict, answers, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.diagnosis.catalogue.entries import Entry

FAMILIES = {
    "participation": "which parameters are signed",
    "names": "names as signed",
    "order": "order",
    "separators": "separators",
    "url": "URL-encoded values",
    "html": "HTML entities",
    "json-escapes": "JSON escapes and quotation marks",
    "nothing": "`null`, `None`, `undefined` …",
    "numbers": "amount as a number",
    "space": "spaces, line breaks, invisible characters",
    "unicode": "Unicode forms, full width, emoji",
    "time": "`txdtm` in another zone, form, second",
    "extend_info": "`extend_info` written twice",
    "key": "how the key is joined, and which",
    "charset": "character set",
    "digest": "digest",
    "letters": "letter case, base64, cut digits",
    "json": "JSON text signed",
    "body": "body decodes to something else",
}
HEAD = "| mistake | entries | named | missed | wrong cause | recall | precision | median |"
KINDS = {"double": "two mistakes at once", "triple": "three mistakes at once"}


@dataclass(frozen=True)
class Timed:
    """A verdict and the seconds of the processor that the doctor took for it."""

    verdict: Verdict
    seconds: float


def timed(entry: Entry) -> Timed:
    """The verdict on one entry, and the processor's time for it."""
    began = time.process_time()
    found = answers(entry)
    return Timed(judge(entry, found), time.process_time() - began)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _row(title: str, results: Sequence[Timed]) -> str:
    """One line of the table: how many, named, missed, wrong, recall, precision, median time."""
    outcomes = [one.verdict.outcome for one in results]
    right, wrong = outcomes.count(Outcome.RIGHT), outcomes.count(Outcome.WRONG)
    median = statistics.median([one.seconds for one in results] or [0.0]) * 1000
    cells = (len(results), right, outcomes.count(Outcome.MISSED), wrong)
    shares = (_percent(right, len(results)), _percent(right, right + wrong), f"{median:.0f} ms")
    return f"| {title} | {' | '.join(map(str, cells))} | {' | '.join(shares)} |"


def _grouped(results: Iterable[Timed]) -> dict[str, list[Timed]]:
    """The results by row: a single by its family, everything else by its kind."""
    groups: dict[str, list[Timed]] = defaultdict(list)
    for one in results:
        entry = one.verdict.entry
        groups[entry.family if entry.kind == "single" else entry.kind].append(one)
    return groups


def table(results: Sequence[Timed]) -> str:
    """The Markdown table over all results, and a line on the requests that have nothing to find."""
    groups = _grouped(results)
    singles = [one for one in results if one.verdict.entry.kind == "single"]
    lines = [
        "| mistake | entries | named | missed | wrong cause | recall | precision | median |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [_row(title, groups[name]) for name, title in FAMILIES.items() if groups[name]]
    lines.append(_row("**all single mistakes**", singles))
    lines += [_row(f"**{title}**", groups[kind]) for kind, title in KINDS.items() if groups[kind]]
    return "\n".join((*lines, "", _silence(groups)))


def _silence(groups: dict[str, list[Timed]]) -> str:
    """How often a diagnosis was given where there is none to give."""
    parts = []
    titles = {"random": "random signatures", "invisible": "causes no search can see", "well": "correct signatures"}
    for kind, title in titles.items():
        spoken = sum(one.verdict.outcome is not Outcome.RIGHT for one in groups[kind])
        parts.append(f"{title}: {spoken} of {len(groups[kind])}")
    slowest = max((one.seconds for one in groups["random"]), default=0.0)
    return (
        f"Diagnosed although there is nothing to find: {', '.join(parts)}. Longest fruitless search: {slowest:.2f} s."
    )


def misses(results: Sequence[Timed]) -> str:
    """Every entry that was missed or named wrongly, with what the merchant did and what was said instead."""
    lines = []
    for one in results:
        verdict = one.verdict
        if verdict.outcome is not Outcome.RIGHT:
            entry = verdict.entry
            lines.append(f"- {verdict.outcome.value} `{entry.id}`: {entry.cause or entry.kind}. {verdict.reason}")
    return "\n".join(lines)


def main() -> None:
    """Print the table; options write it, and what was missed, to files, limit the run, or take other mistakes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--kinds", nargs="*", default=[])
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    parser.add_argument("--composed", nargs=4, type=int, metavar=("SIZE", "COUNT", "SEED", "RARE"))
    wanted = parser.parse_args()
    gc.disable()  # as in the product, where garbage is looked for between two searches only
    size, count, seed, rare = wanted.composed or (0, 0, 0, 0)
    entries = composed(size, count, seed, rare=rare) if size else read_entries(wanted.catalogue)
    results = [timed(entry) for entry in entries if not wanted.kinds or entry.kind in wanted.kinds]
    print(table(results))  # noqa: T201 - this program's output
    if wanted.table:
        wanted.table.write_text(table(results) + "\n", "utf-8")
    if wanted.misses:
        wanted.misses.write_text(misses(results) + "\n", "utf-8")


if __name__ == "__main__":
    main()
