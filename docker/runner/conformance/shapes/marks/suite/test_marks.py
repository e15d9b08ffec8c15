import sys

import pytest

pytestmark = pytest.mark.spark("module")


@pytest.mark.slow
def test_marked(spark, request):
    assert [mark.name for mark in request.node.iter_markers()] == ["slow", "spark"]
    assert spark.range(1).count() == 1


@pytest.mark.xfail(reason="known bug")
def test_expected_to_fail():
    assert 1 == 2


@pytest.mark.xfail(reason="mended already")
def test_unexpected_pass():
    pass


@pytest.mark.xfail(strict=False)
def test_unexpected_pass_allowed():
    pass


@pytest.mark.xfail(raises=ValueError)
def test_fails_for_another_reason():
    raise KeyError("x")


@pytest.mark.xfail(run=False)
def test_not_even_run():
    sys.exit(3)


@pytest.mark.skipif(sys.version_info >= (3, 8), reason="old Python only")
def test_skipped_by_condition():
    raise AssertionError


@pytest.mark.skipif("sys.platform == 'plan9'")
def test_condition_as_text():
    pass


def test_xfail_in_the_test():
    pytest.xfail("not ready")


def test_import_or_skip():
    pytest.importorskip("nothing_of_that_name")


@pytest.mark.usefixtures("nothing_of_that_name")
def test_missing_fixture_by_mark():
    pass
