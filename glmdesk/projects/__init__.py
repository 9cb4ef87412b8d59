"""Folders of code as sources: what is in them, what a question is about, and what a model may look at.

The way from a folder to a prompt, each module one step:

- root, decoding, sorting   how one file is opened, read, or left out and why
- ignoring, outer_rules, personal_rules   git's rules: of a folder, of the repository around it, of the person
- files      all of a folder through them: `ProjectFiles.walk` and `.read`
- watch      which files change, as the system tells it
- grammars, definitions, chunks, comments, words, postings   a text in pieces with names, lines and words
- schema, intake, index   `ProjectIndex.refresh` brings the file of an index up to date, step by step
- question, mentions, retrieve   `Retrieval.rank`: files and pieces that a question is about
- neighbours, overview, packing   `pack`: the sources of one question within a budget of tokens
- tools, regex_search   `ProjectTools.call`: what a model may look at by itself
- citations  `checked`: which places that an answer cites hold, and why the others do not
- offer      the words and tools that a model is given with a project
- conversation   `ProjectConversation`: sources for each question, calls answered within bounds, citations
- project    `opened`: a folder with its index, for whoever attaches one

Nothing here makes a thread: whoever refreshes takes the steps, and stops by taking no more of them.
"""
