"""Graphics cards as Windows shows them through DXGI, called by ctypes.

Written from Microsoft's documentation of IDXGIFactory1 and IDXGIAdapter3; not yet run on Windows. DXGI tells
no PCI address, so the join with the engine's list goes by name.
"""

import ctypes
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from glmdesk.machine.graphics import PCI_VENDORS, SystemGpu, Vendor

_IID_FACTORY = UUID("770aae78-f26f-4dba-a829-253c83d1b387")
_IID_ADAPTER3 = UUID("645967a4-1392-4310-a798-8053ce3e93fd")
_SOFTWARE_ADAPTER = 2  # DXGI_ADAPTER_FLAG_SOFTWARE
_INTEGRATED_DEDICATED_LIMIT = 1024**3
"""Integrated graphics keep at most about this much of the RAM for themselves by default, cards have more."""

# Places of the methods in their interfaces' tables, IUnknown's first.
_QUERY_INTERFACE, _RELEASE = 0, 2
_FACTORY_ENUM_ADAPTERS1 = 12
_ADAPTER_GET_DESC1 = 10
_ADAPTER3_QUERY_VIDEO_MEMORY_INFO = 14


class _Description(ctypes.Structure):
    """DXGI_ADAPTER_DESC1."""

    _fields_ = (
        ("description", ctypes.c_wchar * 128),
        ("vendor_id", ctypes.c_uint32),
        ("device_id", ctypes.c_uint32),
        ("subsystem_id", ctypes.c_uint32),
        ("revision", ctypes.c_uint32),
        ("dedicated_video_memory", ctypes.c_size_t),
        ("dedicated_system_memory", ctypes.c_size_t),
        ("shared_system_memory", ctypes.c_size_t),
        ("luid_low", ctypes.c_uint32),
        ("luid_high", ctypes.c_int32),
        ("flags", ctypes.c_uint32),
    )


class _MemoryInfo(ctypes.Structure):
    """DXGI_QUERY_VIDEO_MEMORY_INFO: what this process may use now, and what it uses."""

    _fields_ = (
        ("budget", ctypes.c_uint64),
        ("usage", ctypes.c_uint64),
        ("available_for_reservation", ctypes.c_uint64),
        ("reservation", ctypes.c_uint64),
    )


def gpus() -> tuple[SystemGpu, ...]:
    """The cards of vendors whose cards can run models; nothing where DXGI does not answer."""
    try:
        found = tuple(_adapters())
    except (AttributeError, OSError):  # not Windows, or no DXGI
        return ()
    return tuple(gpu for gpu in found if gpu.vendor is not Vendor.OTHER)


def _adapters() -> Iterator[SystemGpu]:
    factory = ctypes.c_void_p()
    create = _library("dxgi").CreateDXGIFactory1
    if create(_guid(_IID_FACTORY), ctypes.byref(factory)) < 0:
        return
    try:
        index = 0
        while True:
            adapter = ctypes.c_void_p()
            if _call(factory, _FACTORY_ENUM_ADAPTERS1, ctypes.c_uint32(index), ctypes.byref(adapter)) < 0:
                return
            try:
                if gpu := _gpu(adapter):
                    yield gpu
            finally:
                _call(adapter, _RELEASE)
            index += 1
    finally:
        _call(factory, _RELEASE)


def _gpu(adapter: ctypes.c_void_p) -> SystemGpu | None:
    description = _Description()
    if _call(adapter, _ADAPTER_GET_DESC1, ctypes.byref(description)) < 0:
        return None
    if description.flags & _SOFTWARE_ADAPTER:
        return None
    integrated = description.dedicated_video_memory < _INTEGRATED_DEDICATED_LIMIT
    total = description.dedicated_video_memory + (description.shared_system_memory if integrated else 0)
    return SystemGpu(
        name=description.description,
        vendor=PCI_VENDORS.get(description.vendor_id, Vendor.OTHER),
        total_bytes=total,
        free_bytes=min(total, _free(adapter, total)),
        integrated=integrated,
        carved_bytes=description.dedicated_video_memory if integrated else 0,
    )


def _free(adapter: ctypes.c_void_p, total: int) -> int:
    """What Windows lets this process have of the adapter's own memory now."""
    adapter3 = ctypes.c_void_p()
    if _call(adapter, _QUERY_INTERFACE, _guid(_IID_ADAPTER3), ctypes.byref(adapter3)) < 0:
        return total
    try:
        info = _MemoryInfo()
        local_segment = ctypes.c_uint32(0)
        node = ctypes.c_uint32(0)
        failed = _call(adapter3, _ADAPTER3_QUERY_VIDEO_MEMORY_INFO, node, local_segment, ctypes.byref(info))
        return total if failed < 0 else max(0, info.budget - info.usage)
    finally:
        _call(adapter3, _RELEASE)


def _call(interface: ctypes.c_void_p, place: int, *arguments: Any) -> int:
    """Call the method at `place` of a COM interface; a negative result is a failure."""
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    kinds = [type(argument) if not hasattr(argument, "_obj") else ctypes.c_void_p for argument in arguments]
    prototype: Any = getattr(ctypes, "WINFUNCTYPE")  # noqa: B009 - absent from the types of other systems
    method = prototype(ctypes.c_int32, ctypes.c_void_p, *kinds)(table[place])
    return int(method(interface, *arguments))


def _guid(value: UUID) -> Any:
    return ctypes.byref(ctypes.create_string_buffer(value.bytes_le, 16))


def _library(name: str) -> Any:
    loader: Any = getattr(ctypes, "WinDLL")  # noqa: B009 - absent from the types of other systems
    return loader(name)
