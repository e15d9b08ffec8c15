def check_not_collected():
    raise AssertionError
