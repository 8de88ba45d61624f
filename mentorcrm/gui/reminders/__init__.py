"""What is due: looked for twice a minute, shown as notifications and in a list."""
