"""Tests of glmdesk.app."""
