"""Outlines of what Slack documents, and holding payloads against them."""
