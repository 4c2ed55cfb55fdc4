"""A small Slack of our own: Web API, Socket Mode, HTTP events and one browser page."""
