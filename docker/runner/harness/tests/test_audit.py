import pytest
import suites

PIPELINE = "def rate(): return 2\n"
OPEN_QUIETLY = """
def open_quietly(path):
    try: open(path)
    except OSError: pass
"""


def notes(folder, body):
    imports = (
        "import inspect, threading, pipeline\nfrom concurrent import futures\nfrom unittest import mock\n"
    )
    code = f"{imports}{OPEN_QUIETLY}\ndef test_a():\n    {body}\n"
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
        ("pipeline.__loader__.get_source('pipeline')", "read-code-under-test"),
        ("pipeline.__loader__.get_data(pipeline.__file__)", "read-code-under-test"),
        (
            "t = threading.Thread(target=open_quietly, args=('pipeline.py',)); t.start(); t.join()",
            "read-code-under-test",
        ),
        (
            "futures.ThreadPoolExecutor().submit(open, 'pipeline.py').result()",
            "read-code-under-test",
        ),
        ("pipeline.rate.__code__.co_code", "read-code-under-test"),
        ("__import__('os').waitpid(__import__('os').fork() or __import__('os')._exit(0), 0)", "process"),
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
        "inspect.signature(pipeline.rate); mock.create_autospec(pipeline.rate)",
        "open('own.txt', 'w').write('x'); open('own.txt').read()",
        "from pyspark.sql import functions; import pandas, faker",
    ],
)
def test_says_nothing_of_plain_tests(tmp_path, body):
    assert notes(tmp_path, body) == []


def test_a_flood_of_one_kind_hides_no_other(tmp_path):
    body = "[open_quietly(f'/proc/{n}/x') for n in range(100)]; __import__('os').system('true')"
    assert {code for code, _ in notes(tmp_path, body)} == {"read-proc", "process"}


def test_says_each_thing_once_and_not_for_ever(tmp_path):
    found = notes(tmp_path, "for n in range(600): open_quietly(f'/proc/{n // 3}/x')")
    assert len(found) == len(set(found)) == 7
