"""Tests of the whole: the window, the real worker and a real model."""
