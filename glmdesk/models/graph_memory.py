"""How much memory the results of a graph need, by playing ggml's allocator (`ggml-alloc.c`).

Each result gets the smallest free stretch that holds it, or grows the buffer; it takes the place of one that
nothing else reads where its operation may; and its place is free again behind its last reader. The order
decides how far the buffer grows, so there is no formula for it.
"""

from bisect import insort

_ALIGNMENT = 16
_ENDLESS = 1 << 62


class Result:
    """A result of `size` bytes in a graph; `readers` are those that still have to read it."""

    __slots__ = ("begin", "over", "readers", "size", "sources")

    def __init__(self, size: int, sources: "tuple[Result, ...]", over: "tuple[Result, ...]") -> None:
        self.size = -(-size // _ALIGNMENT) * _ALIGNMENT
        self.sources, self.over = sources, over
        self.readers = 0
        self.begin = -1


class Graph:
    """Results in the order in which they are computed."""

    def __init__(self) -> None:
        self._results: list[Result] = []

    def add(self, size: float, *sources: Result, over: tuple[Result, ...] = ()) -> Result:
        """A result of `size` bytes that reads `sources`, in the place of one of `over` if it may."""
        result = Result(int(size), sources, over)
        for source in sources:
            source.readers += 1
        self._results.append(result)
        return result

    def read(self, *sources: Result) -> None:
        """Read `sources` on another device: what comes of it lies there."""
        self.add(0, *sources)

    def play(self) -> int:
        """Bytes of the buffer that holds all results, once for each graph."""
        buffer = _Buffer()
        for result in self._results:
            if result.size:
                self._place(result, buffer)
            for source in result.sources:
                source.readers -= 1
                if not source.readers and source.begin >= 0:
                    buffer.free(source.begin, source.size)
        return buffer.size

    def _place(self, result: Result, buffer: "_Buffer") -> None:
        for other in result.over:
            if other.readers == 1 and other.begin >= 0:
                result.begin, other.begin = other.begin, -1
                return
        result.begin = buffer.take(result.size)


class _Buffer:
    """Free stretches in order, each a begin and a size; the last one has no end."""

    def __init__(self) -> None:
        self.size = 0
        self._free: list[list[int]] = [[0, _ENDLESS]]

    def take(self, size: int) -> int:
        inner = (stretch for stretch in self._free[:-1] if stretch[1] >= size)
        stretch = min(inner, key=lambda free: (free[1], -free[0]), default=self._free[-1])
        begin = stretch[0]
        stretch[0] += size
        stretch[1] -= size
        if not stretch[1]:
            self._free.remove(stretch)
        self.size = max(self.size, begin + size)
        return begin

    def free(self, begin: int, size: int) -> None:
        insort(self._free, [begin, size])
        place = self._free.index([begin, size])
        for left in (place, place - 1):  # join with the one behind, then with the one before
            if left >= 0 and sum(self._free[left]) == self._free[left + 1][0]:
                self._free[left][1] += self._free.pop(left + 1)[1]
