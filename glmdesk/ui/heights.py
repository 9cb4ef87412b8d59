"""How tall rows below one another are, and where each begins; a change costs an addition per row below."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights in pixels by the number of the row; the first row begins at `top`."""

    def __init__(self, top: int = 0) -> None:
        self._talls: list[int] = []
        self._tops = [top]  # of each row, and last where the next one would begin
        self._known = 0  # tops after this one are to be added up again

    def __len__(self) -> int:
        return len(self._talls)

    def __getitem__(self, row: int) -> int:
        return self._talls[row]

    def __setitem__(self, row: int, tall: int) -> None:
        if self._talls[row] != tall:
            self._talls[row] = tall
            self._known = min(self._known, row)

    def replace(self, first: int, talls: Iterable[int]) -> None:
        """Put rows as tall as `talls` in the place of all from number `first` on."""
        self._talls[first:] = talls
        self._known = min(self._known, first)

    def top(self, row: int) -> int:
        """Where `row` begins; for the number of rows, where the last one ends."""
        return self._added_up()[row]

    def between(self, low: float, high: float) -> range:
        """The rows of which something is between the two heights."""
        tops = self._added_up()
        return range(max(0, bisect_right(tops, low) - 1), min(len(self), bisect_right(tops, high)))

    def _added_up(self) -> list[int]:
        if self._known < len(self._talls) or len(self._tops) != len(self._talls) + 1:
            self._tops[self._known :] = accumulate(
                self._talls[self._known :], initial=self._tops[self._known]
            )
            self._known = len(self._talls)
        return self._tops
