def double(frame):
    """Twice as many.

    >>> double(spark.range(2)).count()
    4
    >>> double(spark.range(1)).show()
    +---+
    | id|
    +---+
    |  0|
    |  0|
    +---+
    """
    return frame.union(frame)


def wrong(n):
    """
    >>> wrong(1)
    2
    """
    return n
