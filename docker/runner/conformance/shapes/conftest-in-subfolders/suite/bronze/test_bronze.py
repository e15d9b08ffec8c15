import pytest


def test_place(place):
    assert place == "root/bronze"


def test_raw(raw):
    assert raw.first().id == 1


@pytest.mark.nightly
def test_by_night():
    raise AssertionError


def test_option(request):
    assert request.config.getoption("--environment") == "dev"
