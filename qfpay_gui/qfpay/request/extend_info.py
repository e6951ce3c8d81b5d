"""``extend_info``: name and national ID of the payer, as the JSON text that is signed."""

from __future__ import annotations

import json


def compose(user_truename: str, user_creid: str, *, escaped: bool) -> str:
    r"""The text to send, compact; ``escaped`` writes the name as ``\uXXXX``. "" where both are empty."""
    if not user_truename and not user_creid:
        return ""
    members = {"user_creid": user_creid, "user_truename": user_truename}
    return json.dumps(members, ensure_ascii=escaped, separators=(",", ":"))


def parts(extend_info: str) -> tuple[str, str] | None:
    """``(user_truename, user_creid)`` as the text holds them; None where it is no such object."""
    try:
        content = json.loads(extend_info)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    truename, creid = content.get("user_truename", ""), content.get("user_creid", "")
    return (truename, creid) if isinstance(truename, str) and isinstance(creid, str) else None


def is_escaped(extend_info: str) -> bool:
    r"""Whether the text writes non-ASCII characters as ``\uXXXX`` (or holds none)."""
    return extend_info.isascii() and "\\u" in extend_info
