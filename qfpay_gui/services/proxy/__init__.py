"""The door at which other programs knock: the simulator answers there, or a request is handed on and recorded."""
