"""Tests of glmdesk.core."""
