"""What the engine does, in words: pairs of a name and what is so."""

from PySide6.QtCore import QCoreApplication

from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Placement
from glmdesk.ui.words import number

translate = QCoreApplication.translate


def facts(state: EngineState) -> list[tuple[str, ...]]:
    """All that is known, from the model down to the build of llama.cpp."""
    rows: list[tuple[str, ...]] = []
    if state.model_name:
        rows.append(
            (translate("EngineFacts", "Model"), " · ".join(filter(None, (state.model_name, _quant(state)))))
        )
    placement = state.placement
    if placement is not None and state.phase is EnginePhase.READY:
        rows += [
            (translate("EngineFacts", "Computes on"), _devices(state, placement)),
            (translate("EngineFacts", "Layers on the GPU"), _layers(state, placement)),
            (translate("EngineFacts", "Experts in RAM"), _experts(state, placement)),
            (
                translate("EngineFacts", "Context"),
                translate("EngineFacts", "{n} tokens").format(n=number(placement.context_tokens)),
            ),
            (translate("EngineFacts", "KV cache"), _kv(placement.kv_type)),
            (translate("EngineFacts", "Flash attention"), _flash(placement)),
            (
                translate("EngineFacts", "Reads at once"),
                translate("EngineFacts", "{n} tokens").format(n=number(placement.ubatch)),
            ),
        ]
        if placement.threads:
            rows.append((translate("EngineFacts", "Threads"), number(placement.threads)))
        if state.plan is not None and state.plan.why:
            rows.append((translate("EngineFacts", "Why so"), state.plan.why))
    if state.engine:
        rows.append((translate("EngineFacts", "Engine"), state.engine))
    if state.commit:
        rows.append(
            (
                translate("EngineFacts", "llama.cpp"),
                translate("EngineFacts", "commit {commit}").format(commit=state.commit),
            )
        )
    return rows or [(translate("EngineFacts", "The engine is not running."),)]


def _quant(state: EngineState) -> str:
    return state.model.quant if state.model else ""


def _devices(state: EngineState, placement: Placement) -> str:
    names = {device.id: device.name for device in state.devices}
    used = [names.get(name, name) for name in placement.device.split(",") if name]
    return ", ".join(used) or translate("EngineFacts", "the processor")


def _layers(state: EngineState, placement: Placement) -> str:
    if not placement.device or not placement.gpu_layers:
        return translate("EngineFacts", "none")
    layers = state.model.layers if state.model else 0
    if placement.gpu_layers == ALL_LAYERS or not layers or placement.gpu_layers > layers:
        return translate("EngineFacts", "all")
    return translate("EngineFacts", "{n} of {layers}").format(
        n=number(placement.gpu_layers), layers=number(layers)
    )


def _experts(state: EngineState, placement: Placement) -> str:
    if not placement.cpu_expert_layers:
        return (
            translate("EngineFacts", "none")
            if placement.device
            else translate("EngineFacts", "all, as everything else")
        )
    layers = state.plan.expert_layers if state.plan else 0
    if not layers:
        return translate("EngineFacts", "of {n} layers").format(n=number(placement.cpu_expert_layers))
    text = translate("EngineFacts", "of {n} layers of {layers}")
    return text.format(n=number(placement.cpu_expert_layers), layers=number(layers))


def _kv(kv_type: KvType) -> str:
    return {
        KvType.F16: translate("EngineFacts", "16-bit, as the model was trained"),
        KvType.Q8_0: translate("EngineFacts", "8-bit: half the memory, almost the same quality"),
        KvType.Q4_0: translate("EngineFacts", "4-bit: a quarter of the memory, some accuracy lost"),
    }[kv_type]


def _flash(placement: Placement) -> str:
    if placement.flash_attention is FlashAttention.OFF:
        return translate("EngineFacts", "off: this device cannot do it for this model, or it failed")
    if placement.device:
        return translate("EngineFacts", "on: the GPU can do it for this model")
    return translate("EngineFacts", "on: the processor always can")
