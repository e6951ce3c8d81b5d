"""What other programs send to the simulator, as it comes."""
