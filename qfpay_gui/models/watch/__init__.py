"""What other programs send to the simulator, watched and examined as it comes."""
