import pytest

EVENTS = []


@pytest.fixture(scope="session")
def events():
    return EVENTS


@pytest.fixture(scope="module")
def table(spark, events):
    spark.range(3).createOrReplaceTempView("numbers")
    events.append("made")
    yield "numbers"
    spark.catalog.dropTempView("numbers")
    events.append("dropped")


@pytest.fixture
def breaks_after():
    yield
    raise OSError("teardown")


@pytest.fixture
def breaks_before(table):
    raise OSError("setup")


@pytest.fixture(autouse=True)
def counted(events, request):
    events.append(request.node.name)
    request.addfinalizer(lambda: events.append("after"))
