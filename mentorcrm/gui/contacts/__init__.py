"""People: the table of everyone, and the detail pane that every screen shows."""
