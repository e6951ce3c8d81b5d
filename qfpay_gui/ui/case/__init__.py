"""The merchant's case: paste it, see why it is refused, lay it beside ours, and prove it."""
