def test_prints():
    while True:
        print("x" * 1000)
