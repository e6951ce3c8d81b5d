"""Structured loggers of Python with their usual settings: ``python loggers.py NAME``."""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any


def loguru(order: dict[str, Any]) -> None:
    """Loguru as it comes, to a terminal with colours."""
    from loguru import logger  # type: ignore[import-not-found]

    logger.remove()
    logger.add(sys.stderr, colorize="colour" in sys.argv)
    logger.info("request to {} with {}", order["url"], order["params"])
    logger.info("headers {}", order["headers"])


def loguru_json(order: dict[str, Any]) -> None:
    """Loguru's serialised records."""
    from loguru import logger

    logger.remove()
    logger.add(sys.stderr, serialize=True)
    logger.info("POST {} sign={} body={}", order["url"], order["signature"], order["body"])


def structlog_console(order: dict[str, Any]) -> None:
    """Structlog as it comes: names and values behind the event."""
    import structlog  # type: ignore[import-not-found]

    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(colors="colour" in sys.argv),
        ]
    )
    structlog.get_logger().info("qfpay.request", sign=order["signature"], url=order["url"], **order["params"])


def structlog_json(order: dict[str, Any]) -> None:
    """Structlog's JSON lines."""
    import structlog

    stamp, level = structlog.processors.TimeStamper(fmt="iso"), structlog.processors.add_log_level
    structlog.configure(processors=[level, stamp, structlog.processors.JSONRenderer()])
    structlog.get_logger().info("qfpay request", headers=order["headers"], data=order["params"])


def structlog_logfmt(order: dict[str, Any]) -> None:
    """Structlog's logfmt."""
    import structlog

    structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.LogfmtRenderer()])
    structlog.get_logger().info("qfpay", sign=order["signature"], **order["params"])


def json_logger(order: dict[str, Any]) -> None:
    """python-json-logger, the request in the message."""
    from pythonjsonlogger import jsonlogger  # type: ignore[import-not-found]

    handler = logging.StreamHandler()
    handler.setFormatter(jsonlogger.JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.info("sign=%s body=%s", order["signature"], order["body"])


def json_logger_extra(order: dict[str, Any]) -> None:
    """python-json-logger, the request as extra members."""
    from pythonjsonlogger import jsonlogger

    handler = logging.StreamHandler()
    handler.setFormatter(jsonlogger.JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.info("qfpay request", extra={"qf_headers": order["headers"], "qf_params": order["params"]})


if __name__ == "__main__":
    for one in json.loads(Path(os.environ["ORDERS"]).read_text(encoding="utf-8")):
        globals()[sys.argv[1]](one)
