"""The full-size twin is what llama.cpp takes for the real GLM-4.7-Flash."""

from pathlib import Path

import pytest

from tests.models import bare_llama, glm
from tests.models.twin import weights_bytes


@pytest.fixture(scope="module")
def report(twin: Path) -> str:
    return "\n".join(bare_llama.run("dry-run", str(twin), "32768"))


def test_llama_cpp_recognises_the_model(report: str) -> None:
    assert "model type            = 30B.A3B" in report
    assert "model params          = 29.94 B" in report


def test_its_cache_and_work_space_are_those_of_the_real_model(report: str) -> None:
    assert "size = 1692.00 MiB ( 32768 cells,  47 layers" in report  # 54,144 bytes a token
    assert "compute buffer size =   334.88 MiB" in report


def test_the_real_file_has_as_many_tensors() -> None:
    assert len(list(glm.tensor_table(glm.GLM_4_7_FLASH))) == 844


@pytest.mark.parametrize(("quant", "published"), [("BF16", 59.91e9), ("Q8_0", 31.84e9), ("Q4_K_M", 18.312e9)])
def test_it_is_as_long_as_published_files(quant: str, published: float) -> None:
    assert weights_bytes(quant) == pytest.approx(published, rel=0.011)


def test_it_takes_next_to_nothing_on_disk(twin: Path) -> None:
    status = twin.stat()
    if not hasattr(status, "st_blocks"):
        pytest.skip("this system does not tell what a file takes on disk")
    assert status.st_size > 18e9
    assert status.st_blocks * 512 < 8e6
