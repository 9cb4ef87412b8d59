"""Code that writes the models the tests run: a tiny GLM that speaks a script, and a full-size twin."""
