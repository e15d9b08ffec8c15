import os


def pytest_runtest_logreport(report):
    pass


def pytest_collection_modifyitems(items):
    bodies = [item.obj for item in items]
    turn = os.getpid() % len(bodies)
    for item, body in zip(items, bodies[turn:] + bodies[:turn], strict=True):
        item.obj = body
