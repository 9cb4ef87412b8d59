#!/usr/bin/env python3
"""Build what people install: installers/build.py VERB [--release]

  check      validate the desktop file, the AppStream metainfo and the types of files
  wheel      the Python package
  bundle     the program with everything in one folder (PyInstaller), with the engine for every processor
  smoke      start the bundle, load a small model, get an answer, and compare its start with the source's
  deb, rpm   packages of the bundle, and of the starter model (nfpm)
  lint       what lintian and rpm say of these packages
  tarball    the bundle with install.sh for the home folder (tar, zstd)
  appdir     the bundle as an AppDir; appimage packs it where appimagetool is on the path
  nsis       the Windows installer (makensis); dmg the disk image (on a Mac)
  announce   the signed file that tells installed programs of this version
  pack WHEEL [RUNTIME_WHEEL...]
             an engine for graphics cards, for resources/engines.json, from wheels that were built elsewhere
  engine     the engine's wheel from source (15 to 35 minutes); the variable ENGINE_WHEEL names a ready one
  try-debian      the packages and the archive on a clean Debian 12: install, chat, remove (needs root)
  try-engines     engines for graphics cards in the open window (needs Mesa's lavapipe, and VULKAN_WHEEL)
  try-processors  the bundled engine on emulated processors, old and new (needs qemu-user)
  all        check, wheel, bundle, smoke and every package that can be made here

Everything lies in build/ and dist/. --release refuses a checkout with changes that are not committed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installers.building.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], __doc__ or ""))
