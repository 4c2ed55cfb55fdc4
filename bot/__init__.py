"""The bot: it asks, listens, rates and answers."""
