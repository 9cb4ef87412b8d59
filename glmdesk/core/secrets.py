"""Secrets in text: keys, tokens and passwords, by the forms that their makers gave them.

A secret is the value alone, not the name before it, so that `held_back` leaves text that still reads: the
line `password = "hunter42"` becomes `password = "[password held back]"`. The forms are those that gitleaks,
detect-secrets and the makers' own pages give; a value that is plainly a placeholder is none.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from glmdesk.core.parts import Parts, whole

VERSION = 1
"""Changes whenever other secrets are found in the same text."""


@dataclass(frozen=True, slots=True)
class Secret:
    """The characters `start` to `end` of a text, and what they are ("GitHub token")."""

    kind: str
    start: int
    end: int


class _Where(Enum):
    """Where in a text a form is tried, so that a long text costs little more than a look for the hints."""

    AT_HINT = auto()  # the form begins with the hint
    LINE = auto()  # the form begins with the line that has the hint
    ANYWHERE = auto()  # in every text that has the hint


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that a secret has; `hints` are words without one of which it cannot be there.

    A hint with a capital letter counts as it is written, one without in any case. The secret is the group `s`
    of the pattern where it has one. A `vague` form tells a secret by the name before it, so the value is
    looked at too.
    """

    kind: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    vague: bool = False
    where: _Where = _Where.AT_HINT


def _form(kind: str, pattern: str, *hints: str, vague: bool = False, where: _Where = _Where.AT_HINT) -> _Form:
    return _Form(kind, re.compile(pattern), hints, vague, where)


_WORD = r"(?<![A-Za-z0-9_])"
_END = r"(?![A-Za-z0-9_-])"
_NAMED = (
    r"(?i:passw(?:or)?d|passphrase|pwd|secret|token|api_?-?key|access_?-?key|private_?-?key|account_?-?key|"
    r"client-key-data|credentials?)"
)

_FORMS = (
    _form("private key", r"-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----"
          r"(?:(?:[^-]|-(?!-)){16,40000}-----END [A-Z0-9 ]{1,40}-----|"
          r"(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{16,}){1,2000})",
          "-----BEGIN "),
    _form("private key",
          r"(?m)^Private-Lines: \d+\s+(?P<s>(?:[A-Za-z0-9+/=]{8,80}\s+){1,80})", "Private-Lines:",
          where=_Where.LINE),
    _form("private key", r"AGE-SECRET-KEY-1[A-Z0-9]{58}", "AGE-SECRET-KEY-1"),
    _form("private key", r"(?m)^\s{0,8}PrivateKey\s{0,4}=\s{0,4}(?P<s>[A-Za-z0-9+/]{43}=)", "PrivateKey",
          where=_Where.LINE),
    _form("AWS key", _WORD + r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}" + _END, "AKIA", "ASIA", "ABIA", "ACCA"),
    _form("AWS key",
          r"(?i)aws.{0,20}(?:secret|session).{0,20}?[=:]\s{0,4}[\"']?(?P<s>[A-Za-z0-9/+]{40,1000}={0,2})",
          "aws"),
    _form("GitHub token", _WORD + r"(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})",
          "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
    _form("GitLab token", _WORD + r"gl(?:pat|ptt|dt|rt|cbt|ft|soat|imt|agent)-[A-Za-z0-9_.-]{20,300}",
          "glpat-", "glptt-", "gldt-", "glrt-", "glcbt-", "glft-", "glsoat-", "glimt-", "glagent-"),
    _form("Google key", _WORD + r"AIza[A-Za-z0-9_-]{35}" + _END, "AIza"),
    _form("Google key",
          _WORD + r"(?:ya29\.[A-Za-z0-9_-]{20,300}|GOCSPX-[A-Za-z0-9_-]{28})", "ya29.", "GOCSPX-"),
    _form("Slack token",
          _WORD + r"xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Za-z0-9-]{20,250}", "xox", "xapp-"),
    _form("Slack address",
          r"hooks\.slack\.com/(?:services|workflows)/(?P<s>[A-Za-z0-9+/]{40,60})", "hooks.slack.com"),
    _form("Stripe key", _WORD + r"(?:sk|rk|whsec)_(?:live|test|prod)?_?[A-Za-z0-9]{20,250}",
          "sk_live", "sk_test", "sk_prod", "rk_live", "rk_test", "rk_prod", "whsec_"),
    _form("API key", _WORD + r"sk-(?:ant-|proj-|svcacct-|or-v1-)?[A-Za-z0-9_-]{20,250}", "sk-"),
    _form("Z.ai key",  # from its dot on, which is rare, and then back
          r"\.[A-Za-z0-9]{16}" + _END + r"(?<=" + _WORD + r"(?P<s>[0-9a-f]{32}\.[A-Za-z0-9]{16}))", ".",
          where=_Where.ANYWHERE),
    _form("Hugging Face token", _WORD + r"hf_[A-Za-z]{30,40}" + _END, "hf_"),
    _form("npm token", r"_auth(?:Token)?\s{0,4}=\s{0,4}[\"']?(?P<s>[A-Za-z0-9+/=_.-]{16,300})", "_auth",
          vague=True),
    _form("npm token", _WORD + r"npm_[A-Za-z0-9]{36}" + _END, "npm_"),
    _form("PyPI token", _WORD + r"pypi-[A-Za-z0-9_-]{50,400}", "pypi-"),
    _form("SendGrid key", _WORD + r"SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}", "SG."),
    _form("Twilio key", _WORD + r"(?:SK|AC)[0-9a-f]{32}" + _END, "SK", "AC"),
    _form("Telegram token", _WORD + r"\d{8,10}:AA[A-Za-z0-9_-]{33}" + _END, ":AA", where=_Where.ANYWHERE),
    _form("Discord token",
          r"[MNO](?<![A-Za-z0-9_].)[A-Za-z\d_-]{23,27}\.[A-Za-z\d_-]{6}\.[A-Za-z\d_-]{27,40}" + _END,
          ".", where=_Where.ANYWHERE),
    _form("cloud token",
          _WORD + r"(?:do[opr]_v1_[0-9a-f]{64}|dapi[0-9a-f]{32}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|"
          r"hvs\.[A-Za-z0-9_-]{24,200}|lin_api_[A-Za-z0-9]{40}|glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|"
          r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}|sntrys_[A-Za-z0-9+/=_]{40,300}|AKCp[A-Za-z0-9]{60,80})",
          "dop_v1_", "doo_v1_", "dor_v1_", "dapi", "shpat_", "shpca_", "shppa_", "shpss_", "hvs.", "lin_api_",
          "glsa_", "PMAK-", "sntrys_", "AKCp"),
    _form("signed token",
          _WORD + r"eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,2000}", "eyJ"),
    _form("storage key",
          r"(?:AccountKey|SharedAccessKey|SharedAccessSignature)=(?P<s>[A-Za-z0-9+/%=&]{20,200})",
          "AccountKey=", "SharedAccessKey=", "SharedAccessSignature="),
    _form("password", r"://[^\s:/@\"'<>]{0,100}:(?P<s>[^\s@/\"'<>]{3,200})@[\w.\[-]", "://",
          vague=True),
    _form("password",
          r"(?m)^[^\s:#]{1,100}:(?:\d{1,5}|\*):[^\s:]{1,100}:[^\s:]{1,100}:(?P<s>[^\s:]{4,200})$",
          ":", vague=True, where=_Where.LINE),
    _form("password",
          r"(?i)\bmachine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\s+(?P<s>\S{3,200})", "machine"),
    _form("login", r"(?i)authorization[\"']?\s{0,4}[:=]\s{0,4}[\"']?(?:basic|bearer|token)\s+"
          r"(?P<s>[A-Za-z0-9+/=._~-]{12,4000})", "authorization", vague=True),
    _form("login", r"\"auth\"\s{0,4}:\s{0,4}\"(?P<s>[A-Za-z0-9+/]{12,400}={0,2})\"", '"auth"', vague=True),
    _form("cookie", r"(?im)^(?:set-)?cookie:\s{0,4}(?P<s>[^\r\n]{16,4000})", "cookie:",
          where=_Where.LINE),
    _form("cookie",
          r"(?m)^(?:#HttpOnly_)?\.?[\w.-]{3,100}\t(?:TRUE|FALSE)\t/[^\t\n]{0,200}\t(?:TRUE|FALSE)\t\d{1,12}\t"
          r"[^\t\n]{1,200}\t(?P<s>[^\t\r\n]{8,4000})", "TRUE\t/", "FALSE\t/", where=_Where.LINE),
    _form("password", _NAMED + r"[\"']?\s{0,4}(?::=|=>|=|:)\s{0,4}[\"'](?P<s>[^\s\"'\\]{8,400})[\"']",
          "passw", "passphrase", "pwd", "secret", "token", "api", "access", "private", "account",
          "client-key", "credential", vague=True),
    _form("password", r"(?m)^\s{0,12}(?:export\s+|set\s+|- )?[\w.-]{0,60}?" + _NAMED
          + r"\s{0,4}[=:]\s{0,4}(?P<s>[^\s\"'#(){}\[\]<>$,;]{8,4000})\s{0,4}$",
          "pass", "pwd", "secret", "token", "key", "credential", vague=True, where=_Where.LINE),
)  # fmt: skip

_PLACEHOLDER = re.compile(
    r"(?i)x{4,}|\*{3,}|\.{3}|your|example|changeme|change_me|placeholder|dummy|redacted|<.*>|\$\{|\{\{|%\(|"
    r"^(?:process|os|self|this|env|config|settings|secrets?|args|options)\b|^(?:none|null|true|false|undefined)$"
)
_WORDS = r"(?:[A-Z]{0,4}[a-z]{2,}|[A-Z]{2,})(?:[A-Z]{1,4}[a-z]{2,})*"
_PLAIN_WORD = re.compile(rf"_*{_WORDS}(?:[._/-]+{_WORDS})*_*[()]*|[a-z_]+(?:\.[A-Za-z_]\w*)+[()]*")
_LEAST_BITS = 2.5
_TRIED_A_PART = 2_000  # matches
_LONG = 100_000  # characters; a look through fewer for one form needs no pause
_LONGER_LOWERED = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"  # two characters in lower case, alone of all


def secrets_in(text: str) -> tuple[Secret, ...]:
    """The secrets in `text`, in order, none overlapping another."""
    return whole(secrets_by_parts(text))


def secrets_by_parts(text: str) -> Parts[tuple[Secret, ...]]:
    """The same, with pauses."""
    found: list[Secret] = []
    for candidate in _candidates(text):
        if candidate is None:
            yield
        else:
            found.append(candidate)
    found.sort(key=lambda secret: (secret.start, -secret.end))
    kept: list[Secret] = []
    for secret in found:
        if not kept or secret.start >= kept[-1].end:
            kept.append(secret)
        elif secret.end > kept[-1].end:
            kept[-1] = Secret(kept[-1].kind, kept[-1].start, secret.end)
    return tuple(kept)


def held_back(text: str) -> tuple[str, tuple[Secret, ...]]:
    """`text` with each secret replaced by words that say what stood there, and the secrets of `text`."""
    secrets = secrets_in(text)
    return without(text, secrets), secrets


def without(text: str, secrets: Sequence[Secret]) -> str:
    """`text` with words in the place of its `secrets`, every line where it was."""
    pieces, reached = [], 0
    for secret in secrets:
        lines = text.count("\n", secret.start, secret.end)
        pieces += [text[reached : secret.start], f"[{secret.kind} held back]", "\n" * lines]
        reached = secret.end
    return "".join([*pieces, text[reached:]])


def _candidates(text: str) -> Iterator[Secret | None]:
    """What may be a secret, and None for each pause."""
    lowered = text.replace(_LONGER_LOWERED, "i").lower()  # as long as the text
    for form in _FORMS:
        group = "s" if "s" in form.pattern.groupindex else 0
        for tried, match in enumerate(_matches(form, text, lowered), 1):
            if tried % _TRIED_A_PART == 0:
                yield None
            if match is None or match[group].startswith("["):  # what was held back once
                continue
            if not form.vague or _is_secret(match[group]):
                yield Secret(form.kind, match.start(group), match.end(group))
        if len(text) > _LONG:
            yield None


def _matches(form: _Form, text: str, lowered: str) -> Iterator[re.Match[str] | None]:
    """What `finditer` of the pattern gives, quicker, and None for each place that was tried in vain."""
    if form.where is _Where.ANYWHERE:
        if any(hint in _searched(hint, text, lowered) for hint in form.hints):
            yield from form.pattern.finditer(text)
        return
    there = [hint for hint in form.hints if hint in _searched(hint, text, lowered)]
    if not there:  # as in most texts for most forms
        return
    lines = form.where is _Where.LINE
    places = {place for hint in there for place in _places(hint, _searched(hint, text, lowered), lines=lines)}
    reached = 0
    for place in sorted(places):
        if place >= reached:
            match = form.pattern.match(text, place)
            yield match
            reached = match.end() if match is not None else reached


def _searched(hint: str, text: str, lowered: str) -> str:
    return lowered if hint.islower() else text


def _places(hint: str, searched: str, *, lines: bool) -> Iterator[int]:
    """Where `hint` stands, or where the lines begin in which it stands."""
    place = searched.find(hint)
    while place >= 0:
        yield searched.rfind("\n", 0, place) + 1 if lines else place
        following = searched.find("\n", place) if lines else place + 1
        place = searched.find(hint, following) if following >= 0 else -1


def _is_secret(value: str) -> bool:
    """Whether a value with a telling name is one, and no placeholder, name or word."""
    if _PLACEHOLDER.search(value) or _PLAIN_WORD.fullmatch(value):
        return False
    return _bits(value) >= _LEAST_BITS


def _bits(value: str) -> float:
    """Entropy of a value by its own characters, in bits a character (Shannon)."""
    size = len(value)
    return -sum(count / size * math.log2(count / size) for count in Counter(value).values())
