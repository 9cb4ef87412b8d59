"""Tests of glmdesk.engine."""
