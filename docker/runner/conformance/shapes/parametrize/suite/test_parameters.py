from datetime import date
from decimal import Decimal

import pytest
from pyspark.sql import functions as F

CASES = [
    pytest.param("1,5", Decimal("1.50"), id="comma"),
    pytest.param(" 2 ", Decimal("2.00"), id="spaces around"),
    pytest.param(None, None, id="null"),
    pytest.param("x", None, id="not-a-number", marks=pytest.mark.xfail(raises=Exception, strict=True)),
    pytest.param("3", Decimal("4.00"), id="wrong"),
    pytest.param("4", Decimal("4.00"), marks=pytest.mark.skip(reason="four")),
]


@pytest.mark.parametrize("text, value", CASES)
def test_amount(spark, text, value):
    frame = spark.createDataFrame([(text,)], "t string")
    amount = F.regexp_replace(F.trim("t"), ",", ".").cast("decimal(12,2)")
    assert frame.select(amount.alias("a")).first().a == value


@pytest.mark.parametrize("day", [date(2024, 2, 28), date(2024, 2, 29)])
@pytest.mark.parametrize("add", [0, 1], ids=["same", "next"])
def test_days(spark, day, add):
    assert spark.sql(f"SELECT date_add(DATE '{day}', {add}) AS d").first().d.month == 2


@pytest.mark.parametrize("text", ["ü", "a/b", "a::b", "[x]", "new\nline", "", "🦊", "tab\t"])
def test_strange_ids(text):
    assert text != "a::b"


@pytest.fixture(params=[1, 2, 3], ids=lambda n: f"rows={n}")
def frame(spark, request):
    return spark.range(request.param)


def test_parametrized_fixture(frame):
    assert frame.count() < 3


@pytest.mark.parametrize("frame", [4], indirect=True)
def test_indirect(frame):
    assert frame.count() == 4


def pytest_generate_tests(metafunc):
    if "generated" in metafunc.fixturenames:
        metafunc.parametrize("generated", ["a", "b"])


def test_generated(generated):
    assert generated == "a"


@pytest.mark.parametrize("nothing", [])
def test_no_parameters(nothing):
    raise AssertionError
