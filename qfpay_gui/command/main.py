"""``qfpay-tester VERB``: the command line without a window, and its exit codes."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import COULD_NOT, INTERRUPTED, CouldNotError
from qfpay_gui.command.options import parser

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says; the exit code: 0 well, 1 something found, 3 it could not be done.

    SystemExit 2 where the command line is wrong, as argparse has it. Nothing is printed that holds a key.
    """
    if arguments[0] == "simulate":
        from qfpay_gui.services.simulator.__main__ import main as simulate  # noqa: PLC0415 - it alone needs a server

        return simulate(arguments[1:])
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console without Chinese characters still shows the rest
    options = parser().parse_args(arguments)
    try:
        return int(options.act(options))
    except CouldNotError as error:
        sys.stderr.write(f"{error}\n")
        return COULD_NOT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read this has seen enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
