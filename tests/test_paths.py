"""Everything lies where the one override says."""

from glmdesk import paths


def test_all_folders_lie_in_the_override_and_exist(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.OVERRIDE, str(tmp_path / "home"))
    folders = [paths.config(), paths.data(), paths.models(), paths.cache(), paths.logs()]
    assert all(folder.is_dir() and folder.is_relative_to(tmp_path / "home") for folder in folders)
    assert len(set(folders)) == len(folders)


def test_resources_are_found_in_a_checkout():
    assert (paths.resources() / "icons").is_dir()
