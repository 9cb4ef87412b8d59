"""Tests of glmdesk.releases."""
