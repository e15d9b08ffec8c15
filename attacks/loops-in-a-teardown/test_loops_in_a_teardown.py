def test_passes():
    pass


def teardown_module():
    while True:
        pass
