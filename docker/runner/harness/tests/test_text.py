import pytest

from lakeproof_harness.text import clean, cut, cut_bytes, cut_id, units


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 100])
def test_cuts_as_the_host_counts(most):
    text = cut("a🦊b🦊🦊c" * 5, most)

    assert units(text) == len(text.encode("utf-16-le")) // 2 <= most
    assert ("a🦊b🦊🦊c" * 5).startswith(text)


def test_cuts_bytes_between_characters():
    assert cut_bytes("ééé", 5) == "éé"


def test_removes_what_json_readers_and_databases_refuse():
    assert clean("a\0b\ud800c") == "a\N{REPLACEMENT CHARACTER}b?c"


def test_two_long_ids_stay_two():
    first, second = (cut_id("test_a.py::test[" + "x" * 600 + end, 500) for end in "12")

    assert first != second
    assert units(first) == units(second) == 500


def test_a_short_id_stays_as_it_is():
    assert cut_id("test_a.py::test[é🦊]", 500) == "test_a.py::test[é🦊]"
