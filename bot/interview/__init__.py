"""What is decided, and nothing else: no network, no database, no clock of its own."""
