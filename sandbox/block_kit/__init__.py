"""Block Kit: the documented blocks and elements with their limits, and the ids they get."""
