def test_is_not_in_testpaths():
    raise AssertionError
