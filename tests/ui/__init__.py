"""Tests of glmdesk.ui."""
