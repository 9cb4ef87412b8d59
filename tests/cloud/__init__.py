"""Tests of the package cloud."""
