"""The ideal mentor page: who the user is looking for, in eight sections, with the why."""
