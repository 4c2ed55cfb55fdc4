"""What the bot is told: events and interactions, and the changes that set them off."""
