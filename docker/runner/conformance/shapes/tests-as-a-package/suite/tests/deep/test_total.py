from ...tests.builders import an_order


def test_beyond_the_top():
    assert an_order().id == 1
