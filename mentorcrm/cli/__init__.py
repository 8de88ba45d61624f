"""The command line: thin over core, and without Qt."""
