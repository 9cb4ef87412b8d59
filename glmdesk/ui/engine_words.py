"""What the engine does, in words: pairs of a name and what is so."""

from PySide6.QtCore import QCoreApplication

from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Placement
from glmdesk.ui.words import number


def facts(state: EngineState) -> list[tuple[str, ...]]:
    """All that is known, from the model down to the build of llama.cpp."""
    tr = _tr
    rows: list[tuple[str, ...]] = []
    if state.model_name:
        rows.append((tr("Model"), " · ".join(filter(None, (state.model_name, _quant(state))))))
    placement = state.placement
    if placement is not None and state.phase is EnginePhase.READY:
        rows += [
            (tr("Computes on"), _devices(state, placement)),
            (tr("Layers on the GPU"), _layers(state, placement)),
            (tr("Experts in RAM"), _experts(state, placement)),
            (tr("Context"), tr("{n} tokens").format(n=number(placement.context_tokens))),
            (tr("KV cache"), _kv(placement.kv_type)),
            (tr("Flash attention"), _flash(placement)),
            (tr("Reads at once"), tr("{n} tokens").format(n=number(placement.ubatch))),
        ]
        if placement.threads:
            rows.append((tr("Threads"), number(placement.threads)))
        if state.plan is not None and state.plan.why:
            rows.append((tr("Why so"), state.plan.why))
    if state.engine:
        rows.append((tr("Engine"), state.engine))
    if state.commit:
        rows.append((tr("llama.cpp"), tr("commit {commit}").format(commit=state.commit)))
    return rows or [(tr("The engine is not running."),)]


def _quant(state: EngineState) -> str:
    return state.model.quant if state.model else ""


def _devices(state: EngineState, placement: Placement) -> str:
    names = {device.id: device.name for device in state.devices}
    used = [names.get(name, name) for name in placement.device.split(",") if name]
    return ", ".join(used) or _tr("the processor")


def _layers(state: EngineState, placement: Placement) -> str:
    if not placement.device or not placement.gpu_layers:
        return _tr("none")
    layers = state.model.layers if state.model else 0
    if placement.gpu_layers == ALL_LAYERS or not layers or placement.gpu_layers > layers:
        return _tr("all")
    return _tr("{n} of {layers}").format(n=number(placement.gpu_layers), layers=number(layers))


def _experts(state: EngineState, placement: Placement) -> str:
    if not placement.cpu_expert_layers:
        return _tr("none") if placement.device else _tr("all, as everything else")
    layers = state.plan.expert_layers if state.plan else 0
    if not layers:
        return _tr("of {n} layers").format(n=number(placement.cpu_expert_layers))
    text = _tr("of {n} layers of {layers}")
    return text.format(n=number(placement.cpu_expert_layers), layers=number(layers))


def _kv(kv_type: KvType) -> str:
    return {
        KvType.F16: _tr("16-bit, as the model was trained"),
        KvType.Q8_0: _tr("8-bit: half the memory, almost the same quality"),
        KvType.Q4_0: _tr("4-bit: a quarter of the memory, some accuracy lost"),
    }[kv_type]


def _flash(placement: Placement) -> str:
    if placement.flash_attention is FlashAttention.OFF:
        return _tr("off: this device cannot do it for this model, or it failed")
    if placement.device:
        return _tr("on: the GPU can do it for this model")
    return _tr("on: the processor always can")


def _tr(text: str) -> str:
    return QCoreApplication.translate("EngineFacts", text)
