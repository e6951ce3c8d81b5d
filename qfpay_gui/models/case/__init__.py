"""A merchant's case: what was pasted, the diagnosis, and the proof."""
