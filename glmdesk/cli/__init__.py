"""The commands: the second front end, without Qt, over the same parts.

Invariant: standard output carries results alone; whatever else there is to say goes to standard error.
`arguments` is what a person may write, then one module for each command.
"""
