def check_in_a_file_that_ends_with_test():
    pass
