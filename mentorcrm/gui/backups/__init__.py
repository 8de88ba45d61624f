"""Backups in the window: made every day, made by hand, and restored."""
