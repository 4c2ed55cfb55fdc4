"""The way to the bot: over Socket Mode or HTTP, with Slack's retries."""
