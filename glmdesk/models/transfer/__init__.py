"""One file brought to this disk: resumable, in several ranges at once, and named only when its hash is right.

`Transfer` runs an `Order`. Bytes go to `NAME.part`, what is known of them to `NAME.part.json`; the file gets
its name by a rename after its SHA-256 was found to be the published one, so nothing half is ever loadable.
"""

from glmdesk.models.transfer.order import Delivery, Order, Phase, Progress
from glmdesk.models.transfer.pace import Patience
from glmdesk.models.transfer.transfer import Transfer

__all__ = ["Delivery", "Order", "Patience", "Phase", "Progress", "Transfer"]
