import builtins
import json
import os
import sys


def seen():
    return [name for name, there in {
        "environment": "MARK" in os.environ,
        "builtin": hasattr(builtins, "mark"),
        "module": "mark_module" in sys.modules,
        "patch": json.dumps({}) != "{}",
        "folder": not os.getcwd().endswith("/suite"),
    }.items() if there]


def test_nothing_of_before():
    assert seen() == []


def test_is_seen_here(monkeypatch):
    os.environ["MARK"] = builtins.mark = "1"
    sys.modules["mark_module"] = sys
    monkeypatch.setattr(json, "dumps", lambda value, **more: "mark")
    here = os.getcwd()
    os.chdir("/")
    assert seen() == ["environment", "builtin", "module", "patch", "folder"]
    os.chdir(here)
