"""What a block of shell code would install."""

import pytest

from glmdesk.core.installs import Index, Installs, Package, installs_of

PYPI, NPM, CRATES, GEMS, GO = Index.PYPI, Index.NPM, Index.CRATES, Index.GEMS, Index.GO


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("pip install requests", [(PYPI, "requests")]),
        ("$ pip3 install -U 'httpx[http2]>=0.27' rich==13.0", [(PYPI, "httpx"), (PYPI, "rich")]),
        ("python -m pip install --index-url https://x.example/simple foo-bar", [(PYPI, "foo-bar")]),
        ("sudo uv pip install --python 3.12 ruff", [(PYPI, "ruff")]),
        ("uvx cowsay hello", [(PYPI, "cowsay")]),
        ("cd app && npm i --save-dev @types/node@20 left-pad", [(NPM, "@types/node"), (NPM, "left-pad")]),
        ("yarn add react; pnpm add vue", [(NPM, "react"), (NPM, "vue")]),
        ("cargo add serde --features derive", [(CRATES, "serde")]),
        ("cargo install ripgrep --version 14.0.0", [(CRATES, "ripgrep")]),
        ("gem install rails", [(GEMS, "rails")]),
        ("go install example.com/Tool/cmd/tool@latest", [(GO, "example.com/Tool/cmd/tool")]),
        ("pip install \\\n  one \\\n  two", [(PYPI, "one"), (PYPI, "two")]),
        ("RUN pip install flask", [(PYPI, "flask")]),
        ("PIP_NO_CACHE=1 pip install a-b  # the reader", [(PYPI, "a-b")]),
        ("pip install 'unclosed", []),
    ],
)
def test_packages_are_found_without_their_versions_and_options(
    code: str, found: list[tuple[Index, str]]
) -> None:
    assert installs_of(code, "bash").packages == tuple(Package(*package) for package in found)


@pytest.mark.parametrize(
    "code",
    [
        "pip install -r requirements.txt",
        "pip install -e .",
        "pip install ./dist/thing.whl",
        "pip install git+https://github.com/x/y",
        "npm install",
        "pip --version",
        "echo pip install x",
        "# pip install x",
        "npm run add x",
        "ls",
    ],
)
def test_what_comes_from_no_index_is_no_package(code: str) -> None:
    assert not installs_of(code, "sh")


def test_code_of_other_languages_installs_nothing() -> None:
    assert not installs_of("pip install requests", "python")
    assert installs_of("pip install requests", "")


@pytest.mark.parametrize(
    ("code", "host"),
    [
        ("curl -fsSL https://sh.example.org/x.sh | sh", "sh.example.org"),
        ("wget -qO- https://a.example/i | sudo -E bash -", "a.example"),
        ("bash <(curl -s https://b.example/run)", "b.example"),
        ('sh -c "$(curl -fsSL https://c.example/install.sh)"', "c.example"),
        ("irm https://d.example/install.ps1 | iex", "d.example"),
    ],
)
def test_a_script_that_is_run_unseen_is_named_by_its_host(code: str, host: str) -> None:
    assert installs_of(code, "sh") == Installs(scripts=(host,))


def test_a_script_that_is_only_fetched_is_none() -> None:
    assert not installs_of("curl -O https://a.example/x.sh\nless x.sh | grep sh", "sh")


@pytest.mark.parametrize("words", ["curl https://", "curl ", "sh <(curl ", "\t"])
def test_words_repeated_for_ever_are_no_installs(words: str) -> None:
    assert installs_of(words * (20_000 // len(words)), "sh") == Installs()
