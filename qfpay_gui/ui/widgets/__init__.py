"""Reusable widgets that know nothing about QFPay."""
