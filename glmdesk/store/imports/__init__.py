"""Chats of other programs, read from what they export; every format is read without trust.

What is there beside text, thoughts and tool calls (pictures, sounds, files) is counted and left out.
"""
