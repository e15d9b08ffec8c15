"""How pytest's outcomes become ours."""

import pytest
import suites

SUITE = """
import pytest
from chispa.dataframe_comparer import DataFramesNotEqualError
from pyspark.errors import PySparkAssertionError

@pytest.fixture
def no_setup(): raise ValueError("no setup")
@pytest.fixture
def no_teardown():
    yield
    raise ValueError("no teardown")
@pytest.fixture
def asserting(): assert False, "in a fixture"

def test_passes(): pass
def test_asserts(): assert [1, 2] == [1, 3]
def test_raises(): raise KeyError("id")
def test_fails(): pytest.fail("on purpose")
def test_raises_nothing():
    with pytest.raises(ValueError): pass
def test_chispa(): raise DataFramesNotEqualError("\\x1b[31mrows differ\\x1b[0m")
def test_pyspark():
    raise PySparkAssertionError(errorClass="DIFFERENT_ROWS", messageParameters={"error_msg": "rows"})
def test_exits():
    import sys; sys.exit(3)
def test_skips(): pytest.skip("not today")
@pytest.mark.skip(reason="never")
def test_is_skipped(): pass
@pytest.mark.xfail(reason="known")
def test_xfails(): assert False
@pytest.mark.xfail
def test_xpasses(): pass
@pytest.mark.xfail(strict=True)
def test_xpasses_strictly(): pass
def test_no_setup(no_setup): pass
def test_no_teardown(no_teardown): pass
def test_asserts_and_no_teardown(no_teardown): assert False
def test_fixture_asserts(asserting): pass
def test_prints(capsys):
    import os
    print("seen by capsys")
    assert capsys.readouterr().out == "seen by capsys\\n"
    print("by python"); os.write(2, b"by descriptor")
@pytest.mark.parametrize("n", [1, 2])
class TestClass:
    def test_method(self, n): assert n == 1
def test_mocks(mocker): assert mocker.Mock()
def describe_orders():
    def it_is_found(): pass
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    return suites.run(tmp_path_factory.mktemp("outcomes"), {"tests/test_all.py": SUITE})


@pytest.mark.parametrize(
    "test, outcome, cause",
    [
        ("test_passes", "passed", None),
        ("test_asserts", "failed", "assertion"),
        ("test_raises", "failed", "exception"),
        ("test_fails", "failed", "assertion"),
        ("test_raises_nothing", "failed", "assertion"),
        ("test_chispa", "failed", "assertion"),
        ("test_pyspark", "failed", "assertion"),
        ("test_exits", "failed", "exception"),
        ("test_skips", "skipped", None),
        ("test_is_skipped", "skipped", None),
        ("test_xfails", "skipped", None),
        ("test_xpasses", "passed", None),
        ("test_xpasses_strictly", "failed", "assertion"),
        ("test_no_setup", "error", "exception"),
        ("test_no_teardown", "error", "exception"),
        ("test_asserts_and_no_teardown", "failed", "assertion"),
        ("test_fixture_asserts", "error", "assertion"),
        ("test_prints", "passed", None),
        ("TestClass::test_method[1]", "passed", None),
        ("TestClass::test_method[2]", "failed", "assertion"),
        ("test_mocks", "passed", None),
        ("describe_orders::it_is_found", "passed", None),
    ],
)
def test_outcome_and_cause(said, test, outcome, cause):
    assert said.outcomes[test] == (outcome, cause)


def test_ids_are_those_of_pytest(said):
    assert said.collected["tests"][0] == "tests/test_all.py::test_passes"
    assert len(said.collected["tests"]) == len(said.of("test")) == 22
    assert said.end["reason"] == "finished"


def test_messages_say_what_pytest_says(said):
    assert said.messages["test_passes"] == ""
    assert said.messages["test_asserts"].startswith("assert [1, 2] == [1, 3]\n")
    assert said.messages["test_raises"] == "KeyError: 'id'"
    assert "rows differ" in said.messages["test_chispa"] and "\x1b" not in said.messages["test_chispa"]
    assert "not today" in said.messages["test_skips"]
    assert "XPASS(strict)" in said.messages["test_xpasses_strictly"]


def test_each_test_has_its_own_output(said):
    output = {test["id"].partition("::")[2]: test["output"] for test in said.of("test")}
    assert "by python" in output["test_prints"] and "by descriptor" in output["test_prints"]
    assert output["test_passes"] == ""
