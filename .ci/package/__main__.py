"""Makes the package that is started by a double-click, in one command that does all of its own set-up.

python3 .ci/package                     build it into dist/: on Linux a .deb and a .tar.gz, else a .zip
python3 .ci/package try [--suite NAME]  install the .deb in a bare Debian without Python, and use it there
python3 .ci/package compare ONE OTHER   name what differs between two builds (their folders); exit code 1 if anything

The same commit gives the same files wherever it is built with the same Python and libraries.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

# Started by its folder's name, Python looks for modules in that folder only.
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from qfpay_gui.setup.commands import ROOT, SetUpError, say  # noqa: E402 - as above
from qfpay_gui.setup.virtual_environment import PYTHON, VENV  # noqa: E402


def main(arguments: list[str]) -> int:
    """Carry out the verb; the exit code."""
    try:
        if Path(sys.prefix).resolve() != VENV.resolve():
            _set_up()
            return subprocess.run([PYTHON, __file__, *arguments], check=False).returncode
        options = _options(arguments)
        return int(options.act(options))
    except SetUpError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=".ci/package", description=__doc__.splitlines()[0])
    parser.set_defaults(act=_build)
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="the folder for what is made; dist by default")
    verbs = parser.add_subparsers()
    bare = verbs.add_parser("try", help="install the .deb in a bare Debian, and use it there")
    bare.add_argument("--suite", default="", help="bookworm, trixie …; this machine's by default")
    bare.set_defaults(act=_try)
    compare = verbs.add_parser("compare", help="name what differs between two builds")
    compare.add_argument("folders", type=Path, nargs=2)
    compare.set_defaults(act=_compare)
    return parser.parse_args(arguments)


def _set_up() -> None:
    """Bring what building needs: a Python that the product supports, pip, and the tools that take libraries apart."""
    from qfpay_gui.display import DEBIAN_PACKAGES
    from qfpay_gui.setup.debian import add_packages
    from qfpay_gui.setup.virtual_environment import ensure_venv, install, venv_packages

    python = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"
    add_packages(*DEBIAN_PACKAGES, *venv_packages(), "binutils", python)
    ensure_venv()
    install("pip", "--upgrade", "pip>=25.1")


def _build(options: argparse.Namespace) -> int:
    from package.build import build

    for made in build(options.into):
        say(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


def _try(options: argparse.Namespace) -> int:
    from package.bare import use_in_bare_system

    return use_in_bare_system(options.into, options.suite)


def _compare(options: argparse.Namespace) -> int:
    from package.compare import differences, listing

    found = differences(*map(listing, options.folders))
    sys.stdout.write("\n".join((*found, f"{len(found)} differences", "")))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
