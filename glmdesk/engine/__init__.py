"""The background process that runs llama.cpp, its wire, and both ends of it; no Qt, no window.

`protocol` is the wire, `client` the near end, `worker` the far end, `backend` what a worker drives
(`llama` for real, `scripted` from a script), `child` the worker as a plain subprocess.
"""
