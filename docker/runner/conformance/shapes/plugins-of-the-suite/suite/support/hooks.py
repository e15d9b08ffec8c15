import pytest


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes a while")


def pytest_collection_modifyitems(items):
    for item in items:
        if "later" in item.name:
            item.add_marker(pytest.mark.xfail(reason="not there yet", strict=True))


def pytest_assertrepr_compare(op, left, right):
    if op == "==" and hasattr(left, "columns") and isinstance(right, list):
        return ["columns of a frame:", f"   {left.columns} != {right}"]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.when == "call" and report.failed:
        report.sections.append(("orders", "a section of our own"))


def pytest_runtest_setup(item):
    if item.get_closest_marker("slow"):
        pytest.skip("slow")
