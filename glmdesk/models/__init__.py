"""Files of weights: where they lie on disk and what they are called."""
