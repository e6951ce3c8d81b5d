"""QFPay's side of the simulator: reads, verifies and answers each call, and keeps the orders."""
