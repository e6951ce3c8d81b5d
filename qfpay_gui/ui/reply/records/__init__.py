"""Records that answer a query, refund, close or reversal."""
