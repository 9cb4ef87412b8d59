"""The rate at which tokens arrive, by hand-made arrivals."""

import pytest

from glmdesk.cli.bench import arrival_rate
from glmdesk.core.errors import GlmdeskError
from glmdesk.engine.protocol import Answer, Done, Prompted, Thinking


def test_the_first_line_starts_the_clock_and_its_tokens_do_not_count() -> None:
    arrivals = [
        (0.0, Prompted(1, 10, 0, 100, ())),
        (5.0, Thinking(1, "a", 3)),
        (5.5, Answer(1, "b", 4)),
        (6.5, Answer(1, "c", 6)),
        (7.0, Done(1)),
    ]
    assert arrival_rate(arrivals) == pytest.approx(10 / 2.0)


@pytest.mark.parametrize("lines", [[], [(1.0, Answer(1, "a", 1))]])
def test_a_model_that_says_too_little_cannot_be_measured(lines: list[tuple[float, Answer]]) -> None:
    with pytest.raises(GlmdeskError, match="says too little"):
        arrival_rate([*lines, (2.0, Done(1))])
