"""Files of other programs are found where they lie, under names that people know them by."""

import json

import pytest

from glmdesk.models import elsewhere

LARGE = 60_000_000


@pytest.fixture
def put(tmp_path):
    def put(path, size=LARGE):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as made:
            made.truncate(size)
        return file

    return put


def names(home, **environment):
    return [file.name for file in elsewhere.found(home, environment)]


def test_the_folders_of_the_others_are_looked_through(put, tmp_path):
    put(".cache/huggingface/hub/models--a--b/snapshots/c/GLM-Q4.gguf")
    put(".lmstudio/models/maker/repo/Qwen.gguf")
    put(".local/share/Jan/data/llamacpp/models/glm-flash/model.gguf")
    assert names(tmp_path) == ["GLM-Q4 (Hugging Face)", "Qwen (LM Studio)", "glm-flash (Jan)"]


def test_what_is_no_model_of_its_own_is_left_out(put, tmp_path):
    put(".lmstudio/models/a/mmproj-GLM.gguf")
    put(".lmstudio/models/a/big-00001-of-00002.gguf")
    put(".lmstudio/models/a/big-00002-of-00002.gguf")
    put(".lmstudio/models/a/vocabulary.gguf", size=1000)
    assert names(tmp_path) == ["big-00001-of-00002 (LM Studio)"]


def test_variables_of_the_others_lead_to_their_folders(put, tmp_path):
    put("elsewhere/models--a--b/snapshots/c/GLM.gguf")
    assert names(tmp_path, HF_HUB_CACHE=str(tmp_path / "elsewhere")) == ["GLM (Hugging Face)"]


def test_blobs_of_ollama_are_named_by_its_manifests(put, tmp_path):
    digest = "ab" * 32
    blob = put(f".ollama/models/blobs/sha256-{digest}")
    manifest = put(".ollama/models/manifests/registry.ollama.ai/library/glm-4.7-flash/latest")
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    manifest.write_text(json.dumps({"layers": [{"mediaType": "other", "digest": "sha256:x"}, layer]}))
    [file] = elsewhere.found(tmp_path, {})
    assert (file.path, file.name) == (blob, "glm-4.7-flash:latest (Ollama)")


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"layers": 1}', '{"layers": [{"mediaType": "m"}]}',
     '{"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:../../secret"}]}'],
)  # fmt: skip
def test_a_spoiled_manifest_is_passed_over(put, tmp_path, content):
    put(".ollama/models/manifests/registry/library/x/latest").write_text(content)
    assert elsewhere.found(tmp_path, {}) == ()


def test_where_nothing_is_nothing_is_found(tmp_path):
    assert elsewhere.found(tmp_path, {}) == ()
