"""How much memory the results of a graph need, by playing ggml's allocator (`ggml-alloc.c`).

Each result gets the smallest free stretch that holds it, or grows the buffer; it takes the place of one that
nothing else reads where its operation may; and its place is free again behind its last reader. The order
decides how far the buffer grows, so there is no formula for it.
"""

from bisect import bisect

_ALIGNMENT = 16
_ENDLESS = 1 << 62


class Result:
    """A result of `size` bytes in a graph; `readers` are those that still have to read it.

    One that `is_promised` comes from another device when it is first read.
    """

    __slots__ = ("begin", "is_promised", "over", "readers", "size", "sources")

    def __init__(
        self,
        size: float,
        sources: "tuple[Result, ...]" = (),
        over: "tuple[Result, ...]" = (),
        *,
        begin: int = -1,
        is_promised: bool = False,
    ) -> None:
        self.size = -(-int(size) // _ALIGNMENT) * _ALIGNMENT
        self.sources, self.over = sources, over
        self.begin, self.is_promised = begin, is_promised
        self.readers = 0


class Graph:
    """Results in the order in which they are computed.

    What the device is given comes where the last stretch of results that need nothing else begins: llama.cpp
    copies it in front of all of them. With several `copies` of it, for batches that overlap, these are there
    all the time: `set_aside` is how many bytes they are.
    """

    def __init__(self, copies: int = 1) -> None:
        self.set_aside = 0
        self._copies = copies
        self._results: list[Result] = []
        self._given = 0

    def add(self, size: float, *sources: Result, over: tuple[Result, ...] = ()) -> Result:
        """A result of `size` bytes that reads `sources`, in the place of one of `over` if it may."""
        for source in sources:
            self.fulfil(source)
            source.readers += 1
        result = Result(size, sources, over)
        self._results.append(result)
        return result

    def give(self, size: float) -> Result:
        """What the device is given right here: a stretch of results begins with it."""
        self._given = len(self._results)
        result = Result(size, is_promised=True)
        self.fulfil(result)
        return result

    def fulfil(self, result: Result) -> None:
        """Give the device what it was promised, for the stretch of results that is the last one now."""
        if not result.is_promised:
            return
        result.is_promised = False
        if self._copies > 1:
            self.set_aside += self._copies * result.size
            return
        self._results.insert(self._given, result)
        self._given += 1

    def read(self, *sources: Result) -> None:
        """Read `sources` on another device: what comes of it lies there."""
        self.add(0, *sources)
        self._given = len(self._results)

    def keep(self, *results: Result) -> None:
        """Let `results` be there when all has been played, for a graph that goes on from here."""
        for result in results:
            result.readers += 1

    def play(self, buffer: "Buffer") -> None:
        """Find each result its place in `buffer`, once for each graph."""
        for result in self._results:
            if result.size:
                self._place(result, buffer)
            for source in result.sources:
                source.readers -= 1
                if not source.readers and source.begin >= 0:
                    buffer.free(source.begin, source.size)

    def _place(self, result: Result, buffer: "Buffer") -> None:
        for other in result.over:
            if other.readers == 1 and other.begin >= 0:
                result.begin, other.begin = other.begin, -1
                return
        result.begin = buffer.take(result.size)


Stretch = tuple[int, int]
"""Where a free stretch begins, and its size."""


class Buffer:
    """Free stretches in order, of which the last one has no end; `size` is how far the buffer has grown."""

    def __init__(self, free: tuple[Stretch, ...] = ((0, _ENDLESS),)) -> None:
        self.size = 0
        self._free = list(free)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The free stretches, to go on from later."""
        return tuple(self._free)

    def take(self, size: int) -> int:
        """The begin of a place for `size` bytes: the last one of the smallest stretches that hold them."""
        last = place = len(self._free) - 1
        best = _ENDLESS
        for n in range(last):
            if size <= self._free[n][1] <= best:
                place, best = n, self._free[n][1]
        begin, room = self._free[place]
        if room == size:
            del self._free[place]
        else:
            self._free[place] = (begin + size, room - size)
        self.size = max(self.size, begin + size)
        return begin

    def free(self, begin: int, size: int) -> None:
        """Give a place back; stretches beside each other become one."""
        free = self._free
        place = bisect(free, (begin, size))
        if place < len(free) and begin + size == free[place][0]:
            size += free.pop(place)[1]
        if place and sum(free[place - 1]) == begin:
            begin, before = free.pop(place - 1)
            size, place = size + before, place - 1
        free.insert(place, (begin, size))
