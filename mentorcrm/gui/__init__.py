"""The window: it asks core, shows what core says, and writes through ``App.do``."""
