"""Folder: a site replaces and removes its own files and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.pages.site.folder import LISTED, Refused, write


def test_files_that_are_no_more_are_removed_with_their_folder(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "one", "statements/a.html": "a"})
    write(tmp_path, {"index.html": "two"})
    assert (tmp_path / "index.html").read_text() == "two"
    assert sorted(each.name for each in tmp_path.iterdir()) == [LISTED, "index.html"]


def test_what_somebody_put_beside_the_site_stays(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "one", "statements/a.html": "a"})
    (tmp_path / "statements" / "mine.txt").write_text("mine")
    write(tmp_path, {"index.html": "two"})
    assert (tmp_path / "statements" / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "statements" / "a.html").exists()


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(Refused, match=r"holds something that is no site, such as thesis\.tex; name another folder"):
        write(tmp_path, {"index.html": "one"})
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "one"})
    (tmp_path / "errata.html").write_text("mine")
    with pytest.raises(Refused, match=r"errata\.html was not written by"):
        write(tmp_path, {"index.html": "two", "errata.html": "ours"})
    assert (tmp_path / "errata.html").read_text() == "mine"
    assert (tmp_path / "index.html").read_text() == "one"


def test_a_list_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    folder = tmp_path / "site"
    write(folder, {"index.html": "one"})
    (folder / LISTED).write_text(f"index.html\n../mine.txt\n{tmp_path / 'mine.txt'}\n")
    write(folder, {"index.html": "two"})
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(Refused, match="is a file; name a folder"):
        write(tmp_path / "site", {"index.html": "one"})
