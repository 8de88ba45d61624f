"""Documents as PDF and on paper: plain Qt without widgets, for window and command line alike."""
