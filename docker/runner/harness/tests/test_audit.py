import pytest
import suites

PIPELINE = "def rate(): return 2\n"
OPEN_QUIETLY = """
def open_quietly(path):
    try: open(path)
    except OSError: pass
"""


def notes(folder, body):
    code = f"import pipeline\n{OPEN_QUIETLY}\ndef test_a():\n    {body}\n"
    said = suites.run(folder, {"pipeline.py": PIPELINE, "test_a.py": code})
    assert said.outcomes["test_a"][0] in ("passed", "failed")
    return [(note["code"], note["detail"]) for note in said.of("note")]


@pytest.mark.parametrize(
    "body, code",
    [
        ("open('pipeline.py').read()", "read-code-under-test"),
        ("open(pipeline.__file__).read()", "read-code-under-test"),
        ("__import__('pathlib').Path('../suite/pipeline.py').read_text()", "read-code-under-test"),
        ("__import__('inspect').getsource(pipeline)", "read-code-under-test"),
        ("open('/proc/self/cmdline').read()", "read-proc"),
        ("__import__('subprocess').run(['true'])", "process"),
        ("__import__('os').system('true')", "process"),
        ("__import__('socket').create_connection(('127.0.0.1', 9), 1)", "socket"),
    ],
)
def test_notices_what_a_test_does(tmp_path, body, code):
    assert code in [found for found, _ in notes(tmp_path, body)]


@pytest.mark.parametrize(
    "body",
    [
        "assert pipeline.rate() == 2",
        "__import__('importlib').reload(pipeline)",
        "assert pipeline.rate() == 3",
        "raise ValueError",
        "open('own.txt', 'w').write('x'); open('own.txt').read()",
        "from pyspark.sql import functions; import pandas, faker",
    ],
)
def test_says_nothing_of_plain_tests(tmp_path, body):
    assert notes(tmp_path, body) == []


def test_says_each_thing_once_and_not_for_ever(tmp_path):
    found = notes(tmp_path, "for n in range(600): open_quietly(f'/proc/{n // 3}/x')")
    assert len(found) == len(set(found)) == 50
