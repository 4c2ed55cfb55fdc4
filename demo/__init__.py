"""The demonstration: the bot inside the sandbox, with one movable clock for both."""
