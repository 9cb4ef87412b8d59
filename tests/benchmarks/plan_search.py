"""How long a plan takes for each computer of the catalogue: `python -m tests.benchmarks.plan_search`.

Prints milliseconds of the processor's time, the best of five, and the slowest search at the end. The bound
is 100 ms, so that a slider can ask at every move.
"""

import json
import time
from pathlib import Path

from glmdesk import paths
from glmdesk.machine import bandwidth, devices
from glmdesk.models import catalog, fit

COMPUTERS = Path(__file__).parent.parent / "data/hardware"


def main() -> None:
    """Print a line of JSON for each computer, and one for all."""
    offers = catalog.read(paths.resources() / "models.json").offers
    profiles = [offer.profile for offer in offers]
    listed = bandwidth.listed(paths.resources() / "devices.json")
    slowest = 0.0
    for path in sorted(COMPUTERS.glob("*.json")):
        machine = bandwidth.with_rates(devices.read(path), listed, None)
        times = []
        for _ in range(5):
            begin = time.process_time()
            fit.fit(profiles, machine)
            times.append(time.process_time() - begin)
        slowest = max(slowest, min(times))
        print(json.dumps({"computer": path.stem, "ms": round(min(times) * 1e3, 1)}))
    print(json.dumps({"slowest_ms": round(slowest * 1e3, 1)}))


if __name__ == "__main__":
    main()
