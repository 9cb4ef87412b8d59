"""An engine is refused only for an instruction set that the processor is known to lack."""

from glmdesk.engine import processor


def test_what_is_needed_and_not_there_is_missing():
    assert processor.missing(("avx", "avx2", "fma"), {"sse4_2", "avx"}) == ("avx2", "fma")


def test_nothing_is_missing_of_what_is_there():
    assert processor.missing(("avx",), {"avx", "avx2"}) == ()


def test_an_engine_for_every_processor_needs_nothing():
    assert processor.missing(()) == ()


def test_the_names_are_those_that_people_know():
    assert processor.spoken(("avx2",)) == "AVX2"
    assert processor.spoken(("sse4_2", "avx", "fma")) == "SSE4.2, AVX and FMA"


def test_every_x86_processor_of_these_years_has_been_found_to_compute():
    """`sse2` belongs to x86-64; a processor that cannot be asked is taken to have all."""
    assert "sse2" in processor.found(("sse2",))
