"""Finds in a text what speaks for a criterion, and where it stands."""
