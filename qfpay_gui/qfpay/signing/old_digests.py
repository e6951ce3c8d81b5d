"""Digests that Python's hashlib has only where OpenSSL was built with them: MD4, RIPEMD-160, SM3; and checksums."""

from __future__ import annotations

import zlib
from struct import pack, unpack

_MASK = 0xFFFFFFFF


def _rotated(word: int, by: int) -> int:
    by %= 32
    word &= _MASK
    return (word << by | word >> (32 - by)) & _MASK


def _padded(signed: bytes, order: str) -> bytes:
    zeros = b"\0" * ((55 - len(signed)) % 64)
    return signed + b"\x80" + zeros + pack(f"{order}Q", 8 * len(signed))


def md4(signed: bytes) -> bytes:
    """MD4 (RFC 1320)."""
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    padded = _padded(signed, "<")
    for start in range(0, len(padded), 64):
        words = unpack("<16I", padded[start : start + 64])
        a, b, c, d = state
        for step in range(48):
            a, b, c, d = d, _md4_step(step, words, (a, b, c, d)), b, c
        state = [(old + new) & _MASK for old, new in zip(state, (a, b, c, d), strict=True)]
    return pack("<4I", *state)


def _md4_step(step: int, words: tuple[int, ...], state: tuple[int, int, int, int]) -> int:
    a, b, c, d = state
    turn, at = divmod(step, 16)
    match turn:
        case 0:
            mixed, word, add, shifts = b & c | ~b & d, words[at], 0, (3, 7, 11, 19)
        case 1:
            mixed, word, add, shifts = b & c | b & d | c & d, words[at % 4 * 4 + at // 4], 0x5A827999, (3, 5, 9, 13)
        case _:
            place = (0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15)[at]
            mixed, word, add, shifts = b ^ c ^ d, words[place], 0x6ED9EBA1, (3, 9, 11, 15)
    return _rotated(a + mixed + word + add, shifts[at % 4])


_WORDS = (
    ("0123456789abcdef", "74d1a6f3c0952eb8", "3ae49f812706db5c", "19ba08c4d37fe562", "40597c2ae138b6fd"),
    ("5e7092b4d6f81a3c", "6b370d5aef8c4912", "f5137e69b8c2a04d", "86413bf05c2d97ae", "cfa4158762de039b"),
)
_SHIFTS = (
    ("befc5879bdef6798", "768db97f7cf9b7dc", "bd67e9dfe8d65c75", "bcefef989e56865c", "9f5b68dc5cdeb856"),
    ("899bdff5778beec6", "9df7c89b77c76fdb", "97fb866ecd5edd75", "f58bee6e69c9c5f8", "85c9c5e68d65fdbb"),
)
_CONSTANTS = (
    (0, 0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xA953FD4E),
    (0x50A28BE6, 0x5C4DD124, 0x6D703EF3, 0x7A6D76E9, 0),
)


def ripemd160(signed: bytes) -> bytes:
    """RIPEMD-160 (Dobbertin, Bosselaers, Preneel 1996)."""
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    padded = _padded(signed, "<")
    for start in range(0, len(padded), 64):
        words = unpack("<16I", padded[start : start + 64])
        left, right = (_ripemd_line(line, words, state) for line in (0, 1))
        state = [(state[at] + left[(at + 1) % 5] + right[(at + 2) % 5]) & _MASK for at in (1, 2, 3, 4, 0)]
    return pack("<5I", *state)


def _ripemd_line(line: int, words: tuple[int, ...], state: list[int]) -> list[int]:
    a, b, c, d, e = state
    for step in range(80):
        turn, at = divmod(step, 16)
        mixed = _ripemd_mixed(turn if line == 0 else 4 - turn, b, c, d)
        word, shift = words[int(_WORDS[line][turn][at], 16)], int(_SHIFTS[line][turn][at], 16)
        total = _rotated(a + mixed + word + _CONSTANTS[line][turn], shift) + e
        a, b, c, d, e = e, total & _MASK, b, _rotated(c, 10), d
    return [a, b, c, d, e]


def _ripemd_mixed(turn: int, b: int, c: int, d: int) -> int:
    match turn:
        case 0:
            return b ^ c ^ d
        case 1:
            return b & c | ~b & d
        case 2:
            return (b | ~c) ^ d
        case 3:
            return b & d | c & ~d
        case _:
            return b ^ (c | ~d)


def sm3(signed: bytes) -> bytes:
    """SM3 (GB/T 32905)."""
    state = list(unpack(">8I", bytes.fromhex("7380166f4914b2b9172442d7da8a0600a96f30bc163138aae38dee4db0fb0e4e")))
    padded = _padded(signed, ">")
    for start in range(0, len(padded), 64):
        words = _sm3_words(padded[start : start + 64])
        a, b, c, d, e, f, g, h = state
        for step in range(64):
            constant = 0x79CC4519 if step < 16 else 0x7A879D8A
            first = _rotated(_rotated(a, 12) + e + _rotated(constant, step), 7)
            second = first ^ _rotated(a, 12)
            upper = a ^ b ^ c if step < 16 else a & b | a & c | b & c
            lower = e ^ f ^ g if step < 16 else e & f | ~e & g
            one = (upper + d + second + (words[step] ^ words[step + 4])) & _MASK
            two = (lower + h + first + words[step]) & _MASK
            two ^= _rotated(two, 9) ^ _rotated(two, 17)
            a, b, c, d, e, f, g, h = one, a, _rotated(b, 9), c, two, e, _rotated(f, 19), g
        state = [old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True)]
    return pack(">8I", *state)


def _sm3_words(block: bytes) -> list[int]:
    words = list(unpack(">16I", block))
    for at in range(16, 68):
        mixed = words[at - 16] ^ words[at - 9] ^ _rotated(words[at - 3], 15)
        mixed ^= _rotated(mixed, 15) ^ _rotated(mixed, 23)
        words.append(mixed ^ _rotated(words[at - 13], 7) ^ words[at - 6])
    return words


def crc32(signed: bytes) -> bytes:
    """CRC-32, as zlib, PHP and Java compute it."""
    return zlib.crc32(signed).to_bytes(4, "big")


def adler32(signed: bytes) -> bytes:
    """Adler-32."""
    return zlib.adler32(signed).to_bytes(4, "big")


def fnv1a32(signed: bytes) -> bytes:
    """FNV-1a of 32 bits."""
    code = 0x811C9DC5
    for byte in signed:
        code = (code ^ byte) * 0x01000193 & _MASK
    return code.to_bytes(4, "big")


def java_hash_code(signed: bytes) -> bytes:
    """String.hashCode of Java, of the text these bytes are."""
    units = signed.decode("utf-8", "replace").encode("utf-16-be")
    code = 0
    for at in range(0, len(units), 2):
        code = (31 * code + int.from_bytes(units[at : at + 2], "big")) & _MASK
    return code.to_bytes(4, "big")
