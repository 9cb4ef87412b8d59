"""Tests of glmdesk.store."""
