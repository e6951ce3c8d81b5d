"""mitmproxy's own exports of each flow, printed."""

from __future__ import annotations

import sys
from typing import Any

from mitmproxy import ctx  # type: ignore[import-not-found]
from mitmproxy.addons import export  # type: ignore[import-not-found]


def load(loader: Any) -> None:
    """The option that chooses the export."""
    loader.add_option("form", str, "curl", "curl, httpie, raw_request")


def response(flow: Any) -> None:
    """Print the request as soon as it is answered."""
    exported = export.formats[ctx.options.form](flow)
    sys.stdout.write(exported if isinstance(exported, str) else exported.decode())
    sys.stdout.flush()
