"""Tests of the scripts that set the program up from a checkout."""
