"""A merchant's notification address on this machine: takes what is posted to it, and answers as it is told to."""
