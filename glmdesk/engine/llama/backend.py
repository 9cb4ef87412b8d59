"""llama.cpp as a `glmdesk.engine.backend.Backend`: one model, one context, one answer at a time."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from glmdesk.core.errors import TemplateRefused
from glmdesk.core.sampling import Sampling
from glmdesk.engine.backend import BackendError, PreparedPrompt
from glmdesk.engine.formats import ChatFormat, Render
from glmdesk.engine.llama import sampler
from glmdesk.engine.llama.devices import devices
from glmdesk.engine.llama.generation import LlamaGeneration
from glmdesk.engine.llama.ledger import ledger_of
from glmdesk.engine.llama.library import library
from glmdesk.engine.llama.loading import Check, load
from glmdesk.engine.llama.mapped import mapped_libraries
from glmdesk.engine.llama.model import LoadedModel
from glmdesk.engine.llama.sequence import TokenSequence
from glmdesk.engine.llama.threads import ThreadCount
from glmdesk.engine.llama.tokens import Stretch, Tokenizer
from glmdesk.engine.llama.vocabulary import Vocabulary
from glmdesk.engine.protocol import VERSION, FailureKind, Hello, Load, Loaded, Prompt


@dataclass(frozen=True, slots=True)
class _Ready:
    """All that one loaded model needs to answer."""

    model: LoadedModel
    vocabulary: Vocabulary
    tokenizer: Tokenizer
    sequence: TokenSequence
    threads: ThreadCount
    format: ChatFormat


class LlamaBackend:
    """Runs GGUF models with llama.cpp, in this process."""

    def __init__(self, check: Check, render: Render) -> None:
        """`check` reads a file's header and refuses what llama.cpp should not see; `render` runs templates.

        Raises `BackendError` where llama.cpp is not there.
        """
        self._library = library()
        self._check, self._render = check, render
        self._ready: _Ready | None = None
        self._generation: LlamaGeneration | None = None

    def hello(self) -> Hello:
        """Who this is and what it can use."""
        found = tuple(device.info for device in devices(self._library))
        own = self._library
        return Hello(VERSION, own.engine, own.commit, own.backends, found, mapped_libraries())

    def load(self, request: Load, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Loaded:
        """Load a model, after unloading another; raises `BackendError`, or `Stopped` once `cancelled()`."""
        self.unload()
        with suppress(TemplateRefused):  # it is asked again below
            self._render.start()  # it gets ready while the weights are read
        model = load(self._library, Path(request.path), request.placement, self._check, progress, cancelled)
        try:
            ready = self._made_ready(model)
            if not self._computes_in_software(model):
                ready.sequence.warm_up(max(0, ready.vocabulary.begin), cancelled)
        except BaseException:
            model.close()
            raise
        self._ready = ready
        self._with_what_is_left(model)
        info = msgspec.structs.replace(model.info, thinks=ready.format.thinks)
        return Loaded(request.id, info, model.placement, model.memory, model.seconds, ready.format.name)

    def unload(self) -> None:
        """Give everything back; no-op without a model."""
        self._end_generation()
        if self._ready is not None:
            self._ready.model.close()
            self._ready = None

    def prepare(self, prompt: Prompt) -> PreparedPrompt:
        """The prompt's text, tokens and ledger; raises `BackendError`."""
        ready = self._loaded()
        try:
            formatted = ready.format.text(prompt)
        except TemplateRefused as refused:
            found = refused.explanation
            raise BackendError(
                FailureKind.TEMPLATE_REFUSED, found.happened, found.action, refused.detail
            ) from refused
        stretches = self._with_begin(ready, ready.tokenizer.encode(formatted.marked.text))
        ledger = ledger_of(
            formatted.marked,
            stretches,
            lambda token: len(ready.vocabulary.piece(token)),
            lambda part: sum(len(stretch.tokens) for stretch in ready.tokenizer.encode(part.text)),
        )
        tokens = tuple(token for stretch in stretches for token in stretch.tokens)
        return PreparedPrompt(formatted.marked.plain, tokens, ledger, formatted.warnings, formatted.state)

    def cached(self, tokens: tuple[int, ...]) -> int:
        """How many leading tokens of `tokens` need not be read again now."""
        return self._loaded().sequence.reusable(tokens)

    def generate(
        self, prompt: PreparedPrompt, sampling: Sampling, max_tokens: int, cancelled: Callable[[], bool]
    ) -> LlamaGeneration:
        """Begin to answer; the prompt is read when iteration starts. Raises `BackendError`.

        An answer that is still running ends. 0 `max_tokens` means "until the context is full".
        """
        ready = self._loaded()
        self._end_generation()
        length, context = len(prompt.tokens), self.context_tokens
        room = context - length
        if room < 1 or not prompt.tokens:
            raise BackendError(
                FailureKind.CONTEXT_EXCEEDED,
                f"The conversation has {length:,} tokens, and the context has room for {context:,}.",
                "Choose a larger context, or begin a new chat.",
            )
        self._generation = LlamaGeneration(
            self._library.api,
            ready.model.context,
            ready.vocabulary,
            ready.tokenizer,
            ready.sequence,
            ready.threads,
            prompt.tokens,
            sampler.chain(self._library.api, sampling, ready.vocabulary.size),
            min(room, max_tokens) if max_tokens > 0 else room,
            cancelled,
        )
        return self._generation

    def save_state(self, path: Path, least_tokens: int, most_bytes: int) -> int:
        """Write what was read to `path`; returns how many tokens, 0 where it was not worth it."""
        return self._loaded().sequence.save(path, least_tokens, most_bytes)

    def restore_state(self, path: Path) -> int:
        """Take up what was written; its tokens are those of its text from now on."""
        ready = self._loaded()
        self._end_generation()
        count = ready.sequence.restore(path, self.context_tokens)
        ready.tokenizer.remember(list(ready.sequence.tokens), 0)
        return count

    @property
    def context_tokens(self) -> int:
        """The context of the loaded model."""
        return self._loaded().model.placement.context_tokens

    def _computes_in_software(self, model: LoadedModel) -> bool:
        """Whether a GPU that is used is Mesa's processor one, whose first token takes a minute."""
        used = model.placement.device.split(",")
        return any(d.info.id in used and "llvmpipe" in d.info.name for d in devices(self._library))

    def _with_what_is_left(self, model: LoadedModel) -> None:
        """A device's margin in what was measured is what it has free now, whoever else uses it."""
        left = {device.info.id: device.info.free_bytes for device in devices(self._library)}
        measured = (replace(d, margin_bytes=left.get(d.id, 0)) for d in model.memory.devices)
        model.memory = replace(model.memory, devices=tuple(measured))

    def _made_ready(self, model: LoadedModel) -> _Ready:
        api = self._library.api
        vocabulary = Vocabulary(api, api.llama_model_get_vocab(model.model))
        texts = {
            "bos_token": vocabulary.text_of(vocabulary.begin),
            "eos_token": vocabulary.text_of(vocabulary.end),
        }
        chat_format = ChatFormat(model.template, tuple(vocabulary.specials), self._render, texts)
        chat_format.check()
        used = model.placement
        threads = ThreadCount(api, model.context, 1 if used.gpu_layers else used.threads)
        sequence = TokenSequence(self._library, model.model, model.context, used.ubatch, threads)
        return _Ready(model, vocabulary, Tokenizer(vocabulary), sequence, threads, chat_format)

    def _with_begin(self, ready: _Ready, stretches: list[Stretch]) -> Sequence[Stretch]:
        """The first token that some vocabularies want, unless the template has written it already."""
        begin = ready.vocabulary.begin
        written = bool(stretches) and stretches[0].tokens[0] == begin
        if not ready.vocabulary.adds_begin or written:
            return stretches
        return [Stretch(0, 0, (begin,)), *stretches]

    def _loaded(self) -> _Ready:
        if self._ready is None:
            raise BackendError(FailureKind.NO_MODEL, "No model is loaded.", "Choose a model first.")
        return self._ready

    def _end_generation(self) -> None:
        if self._generation is not None:
            self._generation.close()
            self._generation = None
