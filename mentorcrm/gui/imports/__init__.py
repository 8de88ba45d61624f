"""Imports: bring people in from a file, see what came in when, take it back."""
