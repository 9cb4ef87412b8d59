"""Tests of what the program knows of a computer."""
