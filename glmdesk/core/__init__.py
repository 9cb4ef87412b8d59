"""Values and pure rules; imports the standard library, markdown-it-py and Pygments, nothing else."""
