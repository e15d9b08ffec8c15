"""What can go wrong before a test runs, and what a suite's own settings may do."""

import pytest
import suites

GOOD = "def test_good(): pass\n"


@pytest.mark.parametrize(
    "code, reason",
    [
        ("def test_a(:\n", "syntax-error"),
        ("def test_a():\nreturn\n", "syntax-error"),
        ("import nothing_of_that_name\n", "import-error"),
        ("from os import nothing_of_that_name\n", "import-error"),
        ("1 / 0\n", "collection-error"),
        ("import pytest\n@pytest.mark.parametrize('x', 3)\ndef test_a(x): pass\n", "collection-error"),
    ],
)
def test_a_file_that_cannot_be_collected_says_why_and_the_others_run(tmp_path, code, reason):
    said = suites.run(tmp_path, {"test_bad.py": code, "test_good.py": GOOD})

    (failure,) = said.collected["failures"]
    assert (failure["file"], failure["reason"]) == ("test_bad.py", reason)
    assert failure["message"]
    assert said.outcomes == {"test_good": ("passed", None)}
    assert said.end["reason"] == "finished"


@pytest.mark.parametrize(
    "code, reason",
    [("def x(:\n", "syntax-error"), ("import nothing\n", "import-error"), ("1 / 0\n", "collection-error")],
)
def test_a_conftest_that_cannot_be_imported(tmp_path, code, reason):
    said = suites.run(tmp_path, {"conftest.py": code, "test_good.py": GOOD})

    (failure,) = said.collected["failures"]
    assert (failure["file"], failure["reason"]) == ("conftest.py", reason)
    assert said.collected["tests"] == []


def test_no_tests(tmp_path):
    said = suites.run(tmp_path, {"tests.py": GOOD})
    assert said.collected["tests"] == said.collected["failures"] == []
    assert said.end["reason"] == "finished"


@pytest.mark.parametrize("code", ["import sys; sys.exit(0)\n", "raise SystemExit\n"])
def test_leaving_while_files_are_imported(tmp_path, code):
    said = suites.run(tmp_path, {"test_a.py": code, "test_b.py": GOOD})
    assert said.end["reason"] == "exited"
    assert "sys.exit" in said.end["message"]
    # Whoever stops at a suite without tests must know by then why it has none.
    (failure,) = said.collected["failures"]
    assert "sys.exit" in failure["message"]


def test_leaving_by_pytest_exit(tmp_path):
    said = suites.run(tmp_path, {"test_a.py": "import pytest\ndef test_a(): pytest.exit('enough')\n" + GOOD})
    assert said.end["reason"] == "exited"
    assert "enough" in said.end["message"]


def test_dying_while_a_file_is_imported_tells_which(tmp_path):
    said = suites.run(tmp_path, {"test_a.py": "import os; os._exit(0)\n"})
    assert said.of("end") == []
    assert said.of("at")[-1]["what"] == "collecting test_a.py"


def test_too_many_tests_run_none(tmp_path):
    said = suites.run(
        tmp_path,
        {"test_a.py": "import pytest\n@pytest.mark.parametrize('n', range(101))\ndef test_a(n): pass\n"},
    )
    assert len(said.collected["tests"]) == 100
    assert said.of("test") == []
    assert said.of("end")[0]["reason"] == "too-many-tests"
    assert "101 tests" in said.of("end")[0]["message"]


def test_too_much_output_in_one_test_ends_the_process(tmp_path):
    flood = "def test_a():\n    while True: print('x' * 10000)\n"
    said = suites.run(tmp_path, {"test_a.py": flood, "test_b.py": GOOD})
    assert said.end["reason"] == "too-much-output"


def test_too_much_output_in_all_ends_the_process(tmp_path):
    code = "import pytest\n@pytest.mark.parametrize('n', range(9))\ndef test_a(n): print('x' * 300)\n"
    said = suites.run(tmp_path, {"test_a.py": code}, output_bytes=1000, test_output_bytes=100)
    assert said.end["reason"] == "too-much-output"
    assert 3 <= len(said.of("test")) <= 5
    assert all(len(test["output"]) <= 100 for test in said.of("test"))


SETTINGS = {
    "pytest.ini": "[pytest]\naddopts = {}\nrequired_plugins = pytest-cov\nminversion = 99\nunknown = 1\n",
    "pyproject.toml": '[tool.pytest.ini_options]\naddopts = "{}"\nrequired_plugins = "pytest-cov"\n',
    "setup.cfg": "[tool:pytest]\naddopts = {}\n",
    "tox.ini": "[pytest]\naddopts = {}\n",
}


@pytest.mark.parametrize("file", SETTINGS)
def test_options_for_absent_plugins_are_left_out_with_a_note(tmp_path, file):
    options = "--cov=pipeline --cov-report term -n 4 -p xdist -p no:randomly -x --strict-markers -s --tb=long"
    two = "def test_a(): assert 0\ndef test_b(): print('b')\n"
    said = suites.run(tmp_path, {file: SETTINGS[file].format(options), "test_a.py": two})

    assert said.outcomes == {"test_a": ("failed", "assertion"), "test_b": ("passed", None)}
    assert "b\n" in said.of("test")[1]["output"]
    notes = " ".join(said.collected["notes"])
    left_out = ("--cov=pipeline", "--cov-report term", "-n 4", "xdist", "-x")
    assert all(option in notes for option in left_out)
    assert len(said.collected["notes"]) == len(left_out)


def test_a_suites_own_choice_of_tests_holds(tmp_path):
    files = {
        "pytest.ini": "[pytest]\naddopts = -k 'not slow'\ntestpaths = checks\npython_files = check_*.py\n",
        "checks/check_a.py": "def test_fast(): pass\ndef test_slow(): pass\n",
        "test_b.py": GOOD,
    }
    assert suites.run(tmp_path, files).collected["tests"] == ["checks/check_a.py::test_fast"]


@pytest.mark.parametrize("option", ["-x", "--exitfirst", "--maxfail=1", "--maxfail 1", "-vxs"])
def test_no_option_stops_at_the_first_failure(tmp_path, option):
    two = "def test_a(): assert 0\ndef test_b(): pass\n"
    said = suites.run(tmp_path, {"pytest.ini": f"[pytest]\naddopts = {option}\n", "test_a.py": two})

    assert said.outcomes == {"test_a": ("failed", "assertion"), "test_b": ("passed", None)}
    assert said.end["reason"] == "finished"
    assert len(said.collected["notes"]) == 1


def test_the_fixture_of_faker_is_there(tmp_path):
    said = suites.run(tmp_path, {"test_a.py": "def test_a(faker): assert faker.name()\n"})
    assert said.outcomes == {"test_a": ("passed", None)}


@pytest.mark.parametrize("option", ["--collect-only", "--fixtures", "--version", "--help", "--pdb"])
def test_options_that_would_run_nothing_are_left_out(tmp_path, option):
    said = suites.run(tmp_path, {"pytest.ini": f"[pytest]\naddopts = {option}\n", "test_a.py": GOOD})
    assert said.outcomes == {"test_good": ("passed", None)}


def test_settings_that_cannot_be_read_are_a_failure_of_collection(tmp_path):
    said = suites.run(tmp_path, {"pytest.ini": "[pytest\naddopts\n", "test_a.py": GOOD})
    (failure,) = said.collected["failures"]
    assert failure["file"] == "pytest settings"


def test_only_the_paths_asked_for_are_collected(tmp_path):
    said = suites.run(tmp_path, {"test_a.py": GOOD, "test_b.py": GOOD}, paths=("test_b.py",))
    assert said.collected["tests"] == ["test_b.py::test_good"]
