"""What only a whole system can show of the packages, as programs that print what they saw."""
