"""Exports: write people or mentors to a file."""
