"""Prepared request or pay_params to program text, one module a language."""
