"""This computer: its devices, their memory, and how fast that memory is."""
