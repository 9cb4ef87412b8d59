"""Whether this computer runs on its battery."""

import psutil


def on_battery() -> bool:
    """True while a battery is there and nothing charges it; False where that cannot be told."""
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # the function is missing on some systems
        return False
    return battery is not None and battery.power_plugged is False
