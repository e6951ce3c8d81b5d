"""Sorts the words of a curl command into options and addresses (the names are those of curl's manual)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = {
    "d": "data",
    "F": "form",
    "G": "get",
    "H": "header",
    "X": "request",
    "u": "user",
    "I": "head",
    "e": "referer",
    "A": "user-agent",
    "b": "cookie",
    "T": "upload-file",
    "x": "proxy",
}
_SHORT_WITH_VALUE = frozenset("dFHXueAbTxcCDEhKmoPQrtUwyYz")
_WITH_VALUE = frozenset(
    """
    abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
    continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode
    delegation dns-interface dns-servers doh-url dump-header engine etag-compare etag-save expect100-timeout form
    form-string ftp-account header hostpubmd5 hsts interface ip-tos ipfs-gateway json keepalive-time key key-type
    krb limit-rate local-port login-options max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output
    output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-header proxy-user
    pubkey quote random-file range rate referer request request-target resolve retry retry-delay retry-max-time
    service-name socks4 socks4a socks5 socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize
    time-cond tls-max tls13-ciphers trace trace-ascii trace-config unix-socket upload-file url url-query user
    user-agent variable write-out
    """.split()  # noqa: SIM905 - a hundred names are read best as words
)


def options(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Long names with their values in order, "" for a switch; addresses come as "url"."""
    place = 0
    only_addresses = False
    while place < len(words):
        word = words[place]
        place += 1
        if only_addresses or len(word) < 2 or word[0] != "-":
            yield "url", word
        elif word == "--":
            only_addresses = True
        elif word.startswith("--"):
            name, value, took = _long(word[2:], words, place)
            place += took
            yield name, value
        else:
            found, took = _short(word[1:], words, place)
            place += took
            yield from found


def _long(name: str, words: tuple[str, ...], place: int) -> tuple[str, str, int]:
    """A long option; ``--name=value`` is no rule of curl's, but often written."""
    stem, equals, value = name.partition("=")
    if equals and stem in _WITH_VALUE:
        return stem, value, 0
    if name in _WITH_VALUE:
        return name, words[place] if place < len(words) else "", 1
    return name, "", 0


def _short(letters: str, words: tuple[str, ...], place: int) -> tuple[list[tuple[str, str]], int]:
    """Letters that stand together, the last of which may carry its value or take the next word."""
    found: list[tuple[str, str]] = []
    for at, letter in enumerate(letters):
        name = _SHORT.get(letter, f"-{letter}")
        if letter in _SHORT_WITH_VALUE:
            attached = letters[at + 1 :]
            taken = attached or (words[place] if place < len(words) else "")
            return [*found, (name, taken)], 0 if attached else 1
        found.append((name, ""))
    return found, 0
