def test_place(place):
    assert place == "root"


def test_raw_is_not_here(raw):
    pass
