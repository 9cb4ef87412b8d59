"""glmdesk: a desktop application that runs GLM-4.7-Flash on the computer in front of you.

The packages, lower ones first; each may import only those above it in this list (tests/test_architecture.py):

- core      values and pure rules: chats, prompts, thinking, blocks, context, settings, errors
- machine   what this computer has: devices and memory
- models    files of weights: where they are and what they need
- store     what is kept on disk
- engine    the background process that runs llama.cpp, its wire, and both ends of it
- conversion  what others wrote (PDF, LaTeX) made into text and drawings, in processes that can be ended
- projects  folders of code as sources
- releases  newer versions of this program, and their notes
- cloud     the same chat through an OpenAI-compatible endpoint
- app       controllers (QtCore only): the one place where state changes
- ui        widgets: looks and gestures

Beside them: `paths` (where everything lies), `network` (the one way out, which the lock closes),
`surroundings` (what other programs are started with), `whole_file` (small files that are written whole),
`last_words` (what is said where no window opens) and `system_libraries` (what a window needs of the system).

`python -m glmdesk` opens the window; `glmdesk.cli` is the second front end, without Qt.
"""

__version__ = "0.1.0"

APP_ID = "io.github.glmdesk.Glmdesk"
"""The program's name for the desktop: of its desktop file, its metainfo, its icon and its bundle."""
