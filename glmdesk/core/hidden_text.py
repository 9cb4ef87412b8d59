"""Characters that nobody sees but a model reads: a way to hide instructions in a file, or to mark a text.

Left alone is what writing needs: joiners inside words and emoji, the flags made of tag characters, and the
marks that choose between the two looks of an emoji.
"""

import re

_HIDDEN = re.compile(
    "(?P<flag>\U0001f3f4(?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f))"
    "|[\U000e0000-\U000e0fff]+"  # tags, and the variation selectors that can carry bytes
    "|[\u202a-\u202e\u2066-\u2069]+"  # marks that turn the direction of writing
    "|[\u200b\u2060-\u2065\u206a-\u206f\ufeff\u180e\u3164\uffa0\U0001d173-\U0001d17a]+"  # nothing to see
    "|[\u200c\u200d]{2,}"  # joiners in a row join nothing
    "|[\ufe00-\ufe0f]{2,}"
)
_MAYBE = re.compile(
    "[\u180e\u200b-\u200d\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# All of these lie in such a run, which is quick to find and rare in code.
_RUN = re.compile("[\u180e-\U0010ffff][\u180e-\U0010ffff]*")


def without_hidden(text: str) -> tuple[str, int]:
    """`text` without its hidden characters, and how many there were."""
    count = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal count
        if match["flag"]:
            return match[0]
        count += len(match[0])
        return ""

    if not _MAYBE.search(text):
        return text, 0
    kept = _RUN.sub(lambda run: _HIDDEN.sub(replaced, run[0]), text)
    return kept, count
