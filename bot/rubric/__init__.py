"""Rates an answer: text with offsets, evidence, levels, feedback; weights as data."""
