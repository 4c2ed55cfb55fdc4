"""What Slack says to us and what we say to Slack."""
