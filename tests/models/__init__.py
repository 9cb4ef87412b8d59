"""Tests of glmdesk.models, and the code that writes the models the other tests load."""
