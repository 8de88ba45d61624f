"""Figures beside their floor: the same work by the least code, alternately in one run."""
