"""What every list of the window offers to take along: a cell, rows, all of it."""
