"""How the packages of glmdesk are built, one module for each kind; `installers/build.py VERB` is the way in."""
