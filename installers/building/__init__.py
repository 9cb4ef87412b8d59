"""How the packages of glmdesk are built, a module for each kind; `installers/build.py` is the way in."""
