"""Whether a file of weights is one to chat with: whole, of a kind that answers, and of a good conversion.

What cannot work raises; what works badly is warned of. The marks of bad conversions of GLM-4.7-Flash:
before 2026-01-21 (llama.cpp PR 18980) they carried no sigmoid gating of experts, and loop; Ollama's own ones
have an architecture and a number of heads of their own, which llama.cpp does not know.
"""

from pathlib import Path

from glmdesk.core.errors import Explanation, ModelUnusable
from glmdesk.core.phrases import phrase
from glmdesk.models import gguf
from glmdesk.models.gguf import Header

_OLLAMA = frozenset({"glm4moelite"})
_NOT_FOR_CHAT = {
    "clip": phrase("only reads pictures for another model"),
    "bert": phrase("turns texts into numbers for search"),
    "nomic-bert": phrase("turns texts into numbers for search"),
    "jina-bert-v2": phrase("turns texts into numbers for search"),
    "gemma-embedding": phrase("turns texts into numbers for search"),
    "t5encoder": phrase("turns texts into numbers for other models"),
    "wavtokenizer-dec": phrase("makes sound"),
    "flux": phrase("makes pictures"),
    "sd3": phrase("makes pictures"),
    "whisper": phrase("writes down speech"),
}
# Architecture, layers without and with one that predicts ahead, tokens.
_GLM_FLASH = (
    "deepseek2",
    (47, 48),
    154_880,
)
_TRAINED_CONTEXT = 202_752
_SIGMOID = 2  # llama.cpp's enum llama_expert_gating_func_type
_REPLACEMENT = phrase("Download it again from the page “This computer and the model”.")
_USABLE = phrase("It can be used all the same.")


def check(path: Path) -> Explanation | None:
    """What a person should know of the file at `path`; raises `ModelMissing` and `ModelUnusable`."""
    header = gguf.check(path)
    architecture = str(header.metadata.get("general.architecture", ""))
    if architecture in _OLLAMA:
        raise ModelUnusable(
            phrase(
                "The file {name} is Ollama's own conversion of GLM-4.7-Flash, which llama.cpp cannot load.",
                name=path.name,
            ),
            phrase("It was left as it is."),
            _REPLACEMENT,
        )
    if architecture in _NOT_FOR_CHAT:
        raise ModelUnusable(
            phrase(
                "The file {name} {does}; it cannot answer.",
                name=path.name,
                does=_NOT_FOR_CHAT[architecture],
            ),
            action=phrase("Choose a model that chats."),
        )
    return _of_glm_flash(path, header) if is_glm_flash(header) else None


def is_glm_flash(header: Header) -> bool:
    """Whether the file is a GLM-4.7-Flash, by its shape: names are not to be trusted."""
    metadata = header.metadata
    architecture, layers, tokens = _GLM_FLASH
    words = metadata.get("tokenizer.ggml.tokens")
    return (
        metadata.get("general.architecture") == architecture
        and metadata.get(f"{architecture}.block_count") in layers
        and getattr(words, "length", 0) == tokens
    )


def _of_glm_flash(path: Path, header: Header) -> Explanation | None:
    """What is wrong with this conversion, if anything is."""
    metadata = header.metadata
    if metadata.get("deepseek2.expert_gating_func") != _SIGMOID:
        happened = phrase(
            "The file {name} was made before 21 January 2026 and may repeat itself endlessly.", name=path.name
        )
        return Explanation(happened, _USABLE, _REPLACEMENT)
    if metadata.get("deepseek2.context_length", _TRAINED_CONTEXT) < _TRAINED_CONTEXT:
        happened = phrase(
            "The file {name} was not converted from the model that Z.ai published.", name=path.name
        )
        return Explanation(happened, _USABLE, _REPLACEMENT)
    if "tokenizer.chat_template" not in metadata:
        happened = phrase("The file {name} does not say how the model wants to be asked.", name=path.name)
        return Explanation(happened, phrase("The usual way for GLM-4.7-Flash is taken."))
    return None
