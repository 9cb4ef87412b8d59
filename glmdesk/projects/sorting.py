"""What of a project is worth reading: files that a person wrote, by their names and by what is in them.

Each file that is left out has exactly one reason. Names and marks of made and copied files are those of
github-linguist and of the tools that make them.
"""

import re
from enum import StrEnum
from fnmatch import translate


class Reason(StrEnum):
    """Why a file is left out."""

    IGNORED = "ignored"  # by .gitignore, .git/info/exclude, the person's own excludes or .glmdeskignore
    EXCLUDED = "excluded"  # by hand
    LINK = "link"
    HARD_LINK = "hard_link"  # it has another name, which may lie outside the project
    SPECIAL = "special"  # a device, FIFO or socket
    UNREADABLE = "unreadable"
    NAME = "name"  # a name that is no text
    DEEP = "deep"  # below more folders than anybody makes
    SECRET = "secret"  # noqa: S105 - a reason, no password
    LARGE = "large"
    BINARY = "binary"
    MINIFIED = "minified"
    GENERATED = "generated"
    LOCK = "lock"
    VENDORED = "vendored"
    EMPTY = "empty"
    GONE = "gone"  # deleted while the project was read


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERSION_CONTROL = frozenset({".git", ".hg", ".svn", ".bzr", ".jj", "_darcs", "CVS"})
_VENDORED = _words(
    """
    node_modules bower_components jspm_packages site-packages vendor vendors _vendor third_party
    third-party thirdparty 3rdparty Pods Carthage .venv venv .virtualenv .tox .nox .eggs __pycache__
    __pypackages__ .mypy_cache .pytest_cache .ruff_cache .hypothesis .gradle .terraform .next .nuxt
    .svelte-kit .parcel-cache .yarn .pnpm-store .cargo .bundle .dart_tool .ipynb_checkpoints .idea .vs
    .cache
    """
)
_LOCKS = _words(
    """
    package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock
    poetry.lock pipfile.lock uv.lock pdm.lock pixi.lock conda-lock.yml cargo.lock composer.lock
    gemfile.lock podfile.lock go.sum go.work.sum mix.lock pubspec.lock flake.lock packages.lock.json
    paket.lock gradle.lockfile cartfile.resolved package.resolved .terraform.lock.hcl
    """
)
_BINARY = _words(
    """
    png jpg jpeg gif bmp ico icns webp avif heic tif tiff psd ai eps svg svgz pdf ps dvi doc docx xls
    xlsx ppt pptx odt ods odp rtf epub mobi djvu mp3 mp4 m4a m4v wav flac ogg ogv oga opus aac avi mov
    mkv webm wmv zip gz tgz bz2 tbz xz txz zst lz lz4 br 7z rar tar jar war ear aar apk ipa deb rpm dmg
    iso img cab msi whl egg gem crate nupkg vsix crx xpi exe dll so dylib a o obj lib pdb pyc pyo pyd
    class dex wasm bc elf bin dat db db3 sqlite sqlite3 mdb gguf ggml safetensors pt pth ckpt onnx
    tflite h5 hdf5 npy npz pkl pickle parquet arrow feather avro orc rdb ttf otf woff woff2 eot fon pfb
    swf fla blend fbx glb stl dwg sketch xcf mo gmo qm pak res rom sav swp swo
    """
)
_SECRET_NAMES = re.compile(
    "|".join(
        translate(pattern)
        for pattern in _words(
            """
    .env .env.* *.env .envrc id_rsa* id_dsa* id_ecdsa* id_ed25519* *.pem *.key *.p12 *.pfx *.p8 *.jks
    *.keystore *.kdbx *.ppk *.gpg *.pgp *.asc-key .netrc _netrc .npmrc .yarnrc.yml .pypirc .pgpass
    .my.cnf .htpasswd .git-credentials .dockercfg .s3cfg .boto kubeconfig *.kubeconfig *.tfstate
    *.tfstate.* *.tfvars credentials credentials.* secrets.* secret.* service-account*.json
    service_account*.json *-credentials.json *_credentials.json client_secret*.json cookies.txt cookies
    cookies.sqlite *.ovpn .vault-token .terraformrc terraform.rc wp-config.php authorized_keys
    known_hosts shadow master.key token.json tokens.json
    """
        )
    )
)
_OPEN_NAMES = re.compile(
    r"\.env\.(?:example|sample|template|dist|defaults?|test)$|.*\.pub$|.*\.(?:example|sample|template)$"
)
_CODE = re.compile(
    r"(?:secrets?|credentials)\.(?:py|pyi|js|jsx|mjs|cjs|ts|tsx|go|rs|java|kt|scala|c|h|cc|cpp|hpp|cs|rb|php|swift|md|rst|txt|html)$"
)
_SECRET_FOLDERS = frozenset({".ssh", ".aws", ".gnupg", ".kube", ".docker", ".azure", ".gcloud", "gcloud"})
_GENERATED_NAMES = re.compile(
    r".*(?:_pb2(?:_grpc)?\.pyi?|\.pb\.(?:go|cc|h|dart)|\.pb\.gw\.go|_grpc_pb\.js|_pb\.(?:js|d\.ts|rb)|\.g\.dart"
    r"|\.freezed\.dart|\.designer\.cs|\.g\.cs|\.g\.i\.cs|\.generated\.\w+|_generated\.\w+|\.gen\.go|zz_generated.*\.go"
    r"|\.min\.(?:js|css|mjs)|-min\.(?:js|css)|\.(?:js|css|mjs|cjs|ts)\.map|\.bundle\.js|\.chunk\.js)$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"""@generated\b
    |\bdo\ not\ (?:edit|modify)\b.{0,200}\bgenerated\b
    |\bgenerated\b.{0,200}\bdo\ not\ (?:edit|modify)\b
    |\b(?:auto(?:matically)?[-\ ]?|machine[-\ ])generated(?:\s+(?:by|from|with|using|on)\b|[.!]?\s*$)
    |\bcode\ generated\ by\b
    |\bthis\ (?:file|code|class|module)\ (?:is|was|has\ been)\ (?:auto(?:matically)?[-\ ]?)?generated\b
    |\bgenerated\ by\ (?:the\ protocol\ buffer\ compiler|cython|swig|bison|flex|antlr|ragel|re2c|peg
        |autoconf|autoheader|automake|coffeescript|pyuic|uic|moc|qt)\b
    |<auto-?generated""",
    re.IGNORECASE | re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_COMMENT = re.compile(
    r"\s*(?:#|//|/?\*|--|;|%|<!--|\"\"\"|'''|\(\*|\{-|<auto|rem\b|dnl\b|@generated)", re.IGNORECASE
)
_HEAD_LINES = 12
_WEB = (".js", ".mjs", ".cjs", ".css", ".jsx")
_DENSE_WEB = 110  # characters a line on average: github-linguist's limit for JavaScript and CSS
_DENSE = 500
_LEAST_DENSE = 2_000


def is_version_control(name: str) -> bool:
    """Whether a folder is the store of a version control system, which is no part of the project."""
    return name in _VERSION_CONTROL


def folder_reason(name: str) -> Reason | None:
    """Why nothing in a folder of this name is read, None where it is."""
    if name in _SECRET_FOLDERS:
        return Reason.SECRET
    return Reason.VENDORED if name in _VENDORED or name.endswith(".egg-info") else None


def name_reason(name: str) -> Reason | None:
    """Why a file of this name is not read, None where it may be."""
    lowered = name.lower()
    if is_secret_name(lowered):
        return Reason.SECRET
    if lowered in _LOCKS:
        return Reason.LOCK
    if lowered.rpartition(".")[2] in _BINARY and "." in lowered:
        return Reason.BINARY
    if _GENERATED_NAMES.match(name):
        return Reason.MINIFIED if ".min." in lowered or "-min." in lowered else Reason.GENERATED
    return None


def is_secret_name(name: str) -> bool:
    """Whether files of this name hold keys and passwords as a rule."""
    lowered = name.lower()
    return _SECRET_NAMES.match(lowered) is not None and not (
        _OPEN_NAMES.match(lowered) or _CODE.match(lowered)
    )


def text_reason(name: str, text: str) -> Reason | None:
    """Why a text is not worth reading, None where it is."""
    if not text or text.isspace():
        return Reason.EMPTY
    if len(text) > _LEAST_DENSE:
        density = len(text) / (text.count("\n") + 1)
        if density > (_DENSE_WEB if name.lower().endswith(_WEB) else _DENSE):
            return Reason.MINIFIED
    return Reason.GENERATED if _is_marked(text) else None


def _is_marked(text: str) -> bool:
    """Whether the comment at the top says that a program made the file."""
    head = text[:2_000].split("\n", _HEAD_LINES)[:_HEAD_LINES]
    comment: list[str] = []
    inside = False
    for line in head:
        if _COMMENT.match(line):
            inside = line.lstrip().startswith(("/*", '"""', "'''", "<!--", "(*", "{-")) or inside
            comment.append(line)
        elif inside or not line.strip():
            comment.append(line)
        else:
            break
    return _MARKED.search("\n".join(comment)) is not None
