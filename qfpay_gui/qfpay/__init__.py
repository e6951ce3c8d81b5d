"""What QFPay's OpenAPI is: pure values and functions, no Qt, no I/O, no clock."""
