"""QFPay Tester: see what a merchant really signed, send it, and learn why it was refused."""

__version__ = "0.1.0"
