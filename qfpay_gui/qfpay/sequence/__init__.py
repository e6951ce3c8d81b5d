"""The messages between customer, WeChat, merchant, QFPay and WeChat Pay, in the order of time."""
