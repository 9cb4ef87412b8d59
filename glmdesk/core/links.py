"""Which addresses may ever be opened, and whose they really are.

An address that is not allowed is shown as text and can be copied, nothing more.
"""

import re
from urllib.parse import SplitResult, urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})

# A backslash, a space or a control character is read differently by different programs.
_AMBIGUOUS = re.compile(r"[\s\\\x00-\x1f\x7f]")
_LOOKS_LIKE_HOST = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(?=[:/?#\s]|$)", re.IGNORECASE)


def allowed(url: str) -> bool:
    """Whether `url` may be opened after asking: web or mail, with a host that can be named."""
    parts = _split(url)
    return parts is not None and parts.scheme.lower() in SCHEMES and bool(host(url))


def host(url: str) -> str:
    """The host that `url` leads to, in lower case and punycode; empty where there is none."""
    parts = _split(url)
    if parts is None:
        return ""
    name = parts.path.rpartition("@")[2] if parts.scheme.lower() == "mailto" else parts.hostname or ""
    return _punycode(name)


def disguised(text: str, url: str) -> bool:
    """Whether the visible `text` names a host other than the one `url` leads to."""
    named = _LOOKS_LIKE_HOST.match(text.strip())
    return named is not None and _bare(_punycode(named[1])) != _bare(host(url))


def _split(url: str) -> SplitResult | None:
    if _AMBIGUOUS.search(url):
        return None
    try:
        return urlsplit(url)
    except ValueError:  # such as an unclosed [ of an IPv6 address
        return None


def _punycode(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _bare(name: str) -> str:
    return name.removeprefix("www.")
