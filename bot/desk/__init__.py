"""The use cases: one transaction each, what changed and what must be said."""
