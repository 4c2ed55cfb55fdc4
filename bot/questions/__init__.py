"""The questions as data, and the reader that checks a team's own."""
