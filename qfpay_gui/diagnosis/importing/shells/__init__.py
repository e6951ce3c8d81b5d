"""Reads command lines: curl as bash, cmd and PowerShell quote it."""
