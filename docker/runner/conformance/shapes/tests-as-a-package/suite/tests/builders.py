from pyspark.sql import Row


def an_order(**changes):
    return Row(**{"id": 1, "amount": 10.0, **changes})
