"""The suites there are: those that come with the program, and the files of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui import resources
from qfpay_gui.models.case.files import Unread, read_file
from qfpay_gui.qfpay.suite.reading import SuiteError, read_suite
from qfpay_gui.qfpay.suite.rows import NO_ROWS, NoRowsError, Row, read_rows
from qfpay_gui.qfpay.suite.variables import columns
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.suite.suite import Suite

SHIPPED = ("payment", "refunds", "mistakes", "forms", "notifications", "answers")
"""The suites that come with the program, by the names of their files."""
MOST = 200
"""So many files of a folder are looked at."""
ENDING = ".toml"
_NAMED = text("Suites", "{name}: {problem}")
_NO_USE = text("Suites", "{name}: the suite takes nothing from the table: write {such} where a cell of it belongs.")


class UnusableError(Exception):
    """What is named cannot be used; ``text`` says why."""

    def __init__(self, said: Text) -> None:
        super().__init__(str(said))
        self.text = said


@dataclass(frozen=True)
class Listed:
    """A suite of the list: ``source`` is the name of one that comes along or a path.

    ``suite`` is None where ``problem`` says why it is none.
    """

    source: str
    suite: Suite | None = None
    problem: Text | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.suite.name if self.suite else Path(self.source).name

    @property
    def is_shipped(self) -> bool:
        """Whether it comes with the program."""
        return self.source in SHIPPED


def listed(source: str) -> Listed:
    """The suite of this source, or why it cannot be used."""
    try:
        return Listed(source, suite_of(source))
    except UnusableError as error:
        return Listed(source, problem=error.text)


def suite_of(source: str) -> Suite:
    """The suite that comes along under this name, or the one in this file; UnusableError."""
    written = resources.template(f"suites/{source}.toml") if source in SHIPPED else _written(source)
    try:
        return read_suite(written)
    except SuiteError as error:
        raise UnusableError(_NAMED.fill(name=Path(source).name, problem=error.text)) from None


def rows_of(suite: Suite, source: str, path: str = "") -> tuple[Row, ...]:
    """The rows of this table, else of the one that the suite names, else none; UnusableError.

    A suite that takes no cell would send the same payments once for each row: it has no use for a table.
    """
    if not path and suite.rows:
        path = str(Path(source).parent / suite.rows)
    if not path:
        return NO_ROWS
    try:
        rows = read_rows(_written(path))
    except NoRowsError as error:
        raise UnusableError(_NAMED.fill(name=Path(path).name, problem=error.text)) from None
    if not columns(suite):
        raise UnusableError(_NO_USE.fill(name=Path(path).name, such="${row.title}"))
    return rows


def in_folder(folder: str) -> tuple[Listed, ...]:
    """The suites of a folder by the names of their files; of one that is gone, none."""
    try:
        paths = sorted(Path(folder).glob(f"*{ENDING}"))[:MOST] if folder else []
    except OSError:
        return ()
    return tuple(listed(str(path)) for path in paths)


def _written(path: str) -> str:
    read = read_file(path)
    if isinstance(read, Unread):
        raise UnusableError(read.reason)
    return read.text
