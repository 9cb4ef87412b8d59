"""Widgets: looks and gestures. A widget asks a controller and repaints from the value in its signal."""
