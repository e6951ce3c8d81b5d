"""The main window: what stands where, its menus, and its status line."""
