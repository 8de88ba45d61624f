"""Finding by typing: the command palette, and the sheet of all keys."""
