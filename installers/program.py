"""What both frozen programs run, the window and the worker: glmdesk, by its arguments."""

import sys

from glmdesk.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
