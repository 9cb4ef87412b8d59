"""Newer versions of this program: the signed announcement of one, and what the notes of each version say."""
