"""The command line of each verb, with examples, and what a shell needs to complete it."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from qfpay_gui.command import VERBS
from qfpay_gui.qfpay.environments import ALL, EnvironmentKind
from qfpay_gui.qfpay.notifications.variants import RIGHT, VARIANTS
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.signing import SIGN_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.environments import Environment

_PROGRAM = "qfpay-tester"
_FASTEST = 1_000_000
_EXITS = "Exit codes: 0 well, 1 something was found, 2 wrong command line, 3 it could not be done."
_KEYS = "The client_key comes from the keychain or from an environment variable, never from the command line."
_EXAMPLES = {
    "diagnose": """\
  pbpaste | qfpay-tester diagnose --key-env MERCHANT_KEY
  qfpay-tester diagnose request.txt --profile "Cafe" --json""",
    "sign": """\
  qfpay-tester sign request.txt --profile "Cafe"
  qfpay-tester sign -p txamt=300 -p txcurrcd=HKD --key-env MERCHANT_KEY --sign-type SHA256""",
    "send": """\
  qfpay-tester send -p txamt=300
  qfpay-tester send --endpoint query -p out_trade_no=A17 --profile "Cafe" --json
  qfpay-tester send request.txt --profile "Cafe" --real-money""",
    "run": """\
  qfpay-tester run mistakes
  qfpay-tester run mine.toml --rows shops.csv --profile "Cafe" --junit out.xml --report out.html""",
    "notify": """\
  qfpay-tester notify http://127.0.0.1:8000/notify -p out_trade_no=A17 -p txamt=300
  qfpay-tester notify http://127.0.0.1:8000/notify --series --key-env MERCHANT_KEY --report receiver.html
  qfpay-tester notify https://shop.example/notify received.txt --replay --elsewhere --profile "Cafe"
  qfpay-tester notify http://127.0.0.1:8000/notify --retries --time-lapse 3600""",
    "watch": """\
  qfpay-tester watch --port 8800
  MERCHANT_KEY=… qfpay-tester watch --key-env MERCHANT_KEY --app-code A1B2 --json
  qfpay-tester watch --port 8800 --profile "Cafe" --to live-hk --real-money""",
}
_BASH = """\
_qfpay_tester() {{
  local current=${{COMP_WORDS[COMP_CWORD]}}
  case "${{COMP_WORDS[1]}}" in
{cases}
    *) COMPREPLY=($(compgen -W "{verbs}" -- "$current")) ;;
  esac
}}
complete -o default -F _qfpay_tester qfpay-tester
"""
_ZSH = "autoload -U +X bashcompinit && bashcompinit\n"


def parser() -> argparse.ArgumentParser:
    """The whole command line; ``act`` of what it returns carries the verb out."""
    made = argparse.ArgumentParser(
        prog=_PROGRAM, description="What the window does with one request, from a shell.", epilog=f"{_KEYS} {_EXITS}"
    )
    verbs = made.add_subparsers(dest="verb", required=True, metavar="VERB")
    _diagnose(_verb(verbs, "diagnose", "say why the signature of what a merchant sent is refused"))
    _sign(_verb(verbs, "sign", "print the signing string, its key masked, and the signature"))
    _send(_verb(verbs, "send", "send one request, once, and say what came back; the simulator unless told otherwise"))
    _run(_verb(verbs, "run", "send the steps of a suite, and judge what comes back"))
    _notify(_verb(verbs, "notify", "post a notification to a merchant's receiver, and judge what it answers"))
    _watch(_verb(verbs, "watch", "serve as a simulator or hand on to a host, and say why each signature is refused"))
    verbs.add_parser("simulate", help="a simulated QFPay on this machine: see simulate --help", add_help=False)
    completion = verbs.add_parser("completion", help="print what a shell needs to complete these commands")
    completion.add_argument("shell", choices=("bash", "zsh"))
    completion.set_defaults(act=_completion)
    return made


def _verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, does: str) -> argparse.ArgumentParser:
    """A verb with what all of them take: the text, the key, and the form of what is printed."""
    made = verbs.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=f"examples:\n{_EXAMPLES[name]}\n\n{_KEYS}\n{_EXITS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    key = made.add_mutually_exclusive_group()
    key.add_argument("--profile", default="", metavar="NAME", help="the profile in the keychain whose key signs")
    key.add_argument(
        "--key-env", default="", metavar="VARIABLE", help="the environment variable that holds the client_key"
    )
    made.add_argument("--app-code", default="", metavar="CODE", help="instead of the profile's or the text's")
    made.add_argument("--mchid", default="", metavar="ID", help="instead of the profile's")
    made.add_argument("--json", action="store_true", help="one JSON object instead of text")
    made.set_defaults(act=lambda options: import_module(f"qfpay_gui.command.{name}").act(options))
    return made


def _pasted(verb: argparse.ArgumentParser) -> None:
    words = "what the merchant sent, in any form; - reads standard input"
    verb.add_argument("file", nargs="?", default="", metavar="FILE", help=words)


def _diagnose(verb: argparse.ArgumentParser) -> None:
    _pasted(verb)
    verb.add_argument("--signature", default="", metavar="HEX", help="the merchant's, where the text does not hold it")


def _sign(verb: argparse.ArgumentParser) -> None:
    _request(verb)


def _send(verb: argparse.ArgumentParser) -> None:
    _request(verb)
    _place(verb)
    add = verb.add_argument
    add("--outcome", default="", metavar="SPEC", help="what the simulator answers: respcd:1108, delay:5, drop …")
    add("--again", action="store_true", help="agree to an out_trade_no that was used before")


def _run(verb: argparse.ArgumentParser) -> None:
    add = verb.add_argument
    add(
        "suite",
        metavar="SUITE",
        help="a TOML file, or one that comes along: payment, refunds, mistakes, forms, notifications, answers",
    )
    add("--rows", default="", metavar="CSV", help="a table: each row is a run, ${row.title} its cell")
    add("--junit", default="", metavar="XML", help="write the results for a CI here")
    add(
        "--report",
        action="append",
        default=[],
        type=_report,
        metavar="FILE",
        help="… here: .html, .md or .xml",
    )
    _place(verb, tuple(one for one in ALL if one.kind is not EnvironmentKind.PRODUCTION))


def _notify(verb: argparse.ArgumentParser) -> None:
    add = verb.add_argument
    add("url", metavar="URL", help="the receiver: http:// on this machine, https:// elsewhere")
    add("file", nargs="?", default="", metavar="FILE", help="a recorded one, in any form; - reads standard input")
    _parameter(verb, "set a field of the one that is made up")
    ways = verb.add_mutually_exclusive_group()
    ways.add_argument("--variant", choices=[one.id for one in VARIANTS], default=RIGHT, help="how it is posted")
    ways.add_argument("--replay", action="store_true", help="with the signature that was recorded, byte for byte")
    ways.add_argument("--series", action="store_true", help="every variant in turn, with a verdict")
    add("--retries", action="store_true", help="as QFPay does, until it is answered SUCCESS: eight times in a day")
    add("--time-lapse", type=_factor, default=1.0, metavar="N", help="so many seconds of that schedule in one second")
    add("--report", action="append", default=[], type=_table, metavar="FILE", help="the series: .html, .md or .json")
    add("--elsewhere", action="store_true", help="agree to a receiver that is not on this machine")
    add("--ca-file", default="", metavar="PEM", help="trust this certificate authority as well")


def _watch(verb: argparse.ArgumentParser) -> None:
    add = verb.add_argument
    add("--port", type=int, default=0, help="0, the default, takes any free port")
    add("--count", type=int, default=0, metavar="N", help="end after so many requests")
    ids = ", ".join(one.id for one in ALL if one.kind not in {EnvironmentKind.SIMULATOR, EnvironmentKind.PRODUCTION})
    add("--to", default="", metavar="ID", help=f"hand each request on, once and as it came: {ids}, or a base URL")
    add("--ca-file", default="", metavar="PEM", help="with --to: trust this certificate authority as well")
    add("--real-money", action="store_true", help="with --to: agree to whatever a program sends there")


def _place(verb: argparse.ArgumentParser, offered: tuple[Environment, ...] = ALL) -> None:
    add = verb.add_argument
    ids = ", ".join(one.id for one in offered)
    add("--environment", default="", metavar="ID", help=f"{ids}, or a base URL; by default the profile's")
    add("--ca-file", default="", metavar="PEM", help="trust this certificate authority as well")
    add("--real-money", action="store_true", help="agree to what moves real money on live testing")


def _report(written: str) -> str:
    if not written.lower().endswith((".html", ".md", ".xml")):
        raise argparse.ArgumentTypeError(f"“{written}” ends in none of .html, .md and .xml")
    return written


def _table(written: str) -> str:
    if not written.lower().endswith((".html", ".md", ".json")):
        raise argparse.ArgumentTypeError(f"“{written}” ends in none of .html, .md and .json")
    return written


def _factor(written: str) -> float:
    try:
        factor = float(written)
    except ValueError:
        factor = 0.0
    if not 0 < factor <= _FASTEST:
        raise argparse.ArgumentTypeError(f"“{written}” is no number above 0 and up to {_FASTEST:,}")
    return factor


def _request(verb: argparse.ArgumentParser) -> None:
    _pasted(verb)
    _parameter(verb, "set a parameter")
    verb.add_argument("--endpoint", choices=ENDPOINTS, default="", help="by default the text's, else payment")
    verb.add_argument(
        "--sign-type", choices=tuple(SIGN_TYPES), default="", help="by default the text's, else the profile's"
    )


def _parameter(verb: argparse.ArgumentParser, does: str) -> None:
    verb.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        type=_pair,
        metavar="NAME=VALUE",
        help=f"{does}; repeated for more",
    )


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"“{written}” is no NAME=VALUE, as in txamt=300")
    return name, value


def _completion(options: argparse.Namespace) -> int:
    """Print a script for the shell to read: the verbs, and behind each its options."""
    cases = "\n".join(_cases())
    sys.stdout.write((_ZSH if options.shell == "zsh" else "") + _BASH.format(cases=cases, verbs=" ".join(VERBS)))
    return 0


def _cases() -> Iterator[str]:
    verbs = next(one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001 - argparse has no other way to its verbs
    for name, verb in verbs.choices.items():
        known = [option for action in verb._actions for option in action.option_strings if option.startswith("--")]  # noqa: SLF001
        if known:
            yield f'    {name}) COMPREPLY=($(compgen -W "{" ".join(known)}" -- "$current")) ;;'
