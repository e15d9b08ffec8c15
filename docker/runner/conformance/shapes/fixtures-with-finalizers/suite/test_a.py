def test_first(spark, table, events):
    assert events == ["test_first", "made"] or events[-1] == "made"
    assert spark.table(table).count() == 3


def test_same_fixture(table, events):
    assert events.count("made") == 1


def test_teardown_breaks(breaks_after):
    pass


def test_fails_and_teardown_breaks(breaks_after):
    assert False


def test_setup_breaks(breaks_before):
    pass
