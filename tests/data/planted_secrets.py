"""Thirty secrets as they lie in real files, all invented; each holds a value that must never leave.

The values are put together here, so that no scanner of repositories takes this file for a leak.
"""

_HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
_MIXED = "q7Zt3VbN9xKfL2mWc8RyHd5PgJs4TaEu6YwQ1oXiBvCnMkDz0"
_BASE64 = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW"

_VALUES: dict[str, tuple[str, str]] = {
    "AWS key id": ("aws_access_key_id = {}", "AKIA" + "Z7QK3MXVN5TPLWYD"),
    "AWS secret": ("aws_secret_access_key = {}", _MIXED[:39] + "+"),
    "GitHub token": ("git clone https://{}@github.com/a/b", "ghp_" + _MIXED[:36]),
    "GitHub fine-grained token": ("GH={}", "github_pat_" + _MIXED + _MIXED[:33]),
    "GitLab token": ("CI_TOKEN: {}", "glpat-" + _MIXED[:20]),
    "Google key": ("maps.load('{}')", "AIza" + _MIXED[:35]),
    "Google service account": (
        '{{"type": "service_account", "private_key": "-----BEGIN ' + "PRIVATE KEY-----\\n{}"
        '\\n-----END PRIVATE KEY-----\\n"}}',
        _BASE64,
    ),
    "RSA key": ("-----BEGIN RSA " + "PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----", _BASE64),
    "id_rsa": ("-----BEGIN OPENSSH " + "PRIVATE KEY-----\n{}\n-----END OPENSSH PRIVATE KEY-----", _BASE64),
    "cut private key": ("-----BEGIN EC " + "PRIVATE KEY-----\n{}", _BASE64),
    ".npmrc": ("//registry.npmjs.org/:_authToken={}", "npm_" + _MIXED[:36]),
    ".netrc": ("machine api.example.net\n  login ann\n  password {}", "Tr0ub4dor-and-3"),
    ".pgpass": ("db.example.net:5432:shop:ann:{}", "pG9-x81!kd"),
    ".pypirc": ("password = {}", "pypi-" + _MIXED + _MIXED),
    "kubeconfig": ("    client-key-data: {}", _BASE64 + _MIXED + "=="),
    "kubeconfig token": ("    token: {}", _MIXED[:40]),
    "tfstate": ('  "master_password": "{}",', "vK3#mm2-Lq81"),
    ".env": ("DATABASE_PASSWORD={}", "s3cr3t-9fQ2lm"),
    "database address": ("postgres://ann:{}@db.example.net/shop", "pG9x81kdL2"),
    "cookies.txt": (".example.net\tTRUE\t/\tTRUE\t1999999999\tsession\t{}", _MIXED),
    "cookie header": ("Cookie: session={}", _MIXED),
    "Slack token": ("SLACK: {}", "xoxb-" + "123456789012-" + _MIXED[:24]),
    "Stripe key": ("stripe.key = {}", "sk_" + "live_" + _MIXED[:24]),
    "OpenAI key": ("export KEY={}", "sk-" + "proj-" + _MIXED),
    "Z.ai key": ("curl -H 'x-key: {}'", _HEX[:32] + "." + _MIXED[:16]),
    "Hugging Face token": ("login(token='{}')", "hf_" + "qZtVbNxKfLmWcRyHdPgJsTaEuYwQoXiBvC"),
    "signed token": ("session {}", "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiJhbm4ifQ." + _MIXED[:43]),
    "Azure storage": ("AccountName=a;AccountKey={};EndpointSuffix=x", _MIXED + _MIXED[:36] + "=="),
    "Docker login": ('{{"auths": {{"r": {{"auth": "{}"}}}}}}', "YW5uOnMzY3IzdC05ZlEybG0="),
    "bearer": ("Authorization: Bearer {}", _MIXED),
}

PLANTED = {kind: form.format(value) for kind, (form, value) in _VALUES.items()}
"""The text of each kind, as it would stand in a file."""


def planted_value(kind: str) -> str:
    """What of `PLANTED[kind]` is the secret itself."""
    return _VALUES[kind][1]
