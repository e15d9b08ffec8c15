"""The command line pytest is given: ours, and what a suite's own settings may add."""

from __future__ import annotations

import importlib.util
import shlex
from pathlib import Path
from typing import Any

from _pytest.config import get_config
from _pytest.config.findpaths import locate_config

PLUGINS = (
    "pytest_mock",
    "pytest_describe.plugin",
    "faker.contrib.pytest.plugin",
    "lakeproof_harness.child.fixtures",
)

# The last word on a command line counts: these stand after a suite's own options.
OURS = (
    "--capture=fd",
    "--continue-on-collection-errors",
    "--maxfail=0",
    "--tb=short",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:faulthandler",
    # Ours are imported before pytest runs: with `filterwarnings = error` that would end it.
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
# Settings that would end the run for a plugin or an option that isn't here.
OVERRIDDEN = ("addopts=", "required_plugins=", "strict_config=false", "minversion=1")
# What our own options belong to.
NEEDED = ("terminal", "python", "capture")
# What would run less than the suite, or something else.
TAKES_OVER = (
    "-x",
    "--exitfirst",
    "--maxfail",
    "--pdb",
    "--trace",
    "--collect-only",
    "--co",
    "--fixtures",
    "--markers",
    "--version",
    "-V",
    "--help",
    "-h",
)


def command_line(root: Path, scratch: Path, paths: list[str]) -> tuple[list[str], list[str]]:
    """Arguments for pytest in the folder `root`, and notes on what was left out of the suite's own.

    Raises pytest's UsageError when its settings can't be read.
    """
    kept, notes = _suite_options(root)
    arguments = [f"--rootdir={root}", f"--basetemp={scratch}/pytest", *kept, *OURS]
    for setting in OVERRIDDEN:
        arguments += ["-o", setting]
    for plugin in PLUGINS:
        arguments += ["-p", plugin]
    return [*arguments, *paths], notes


def _suite_options(root: Path) -> tuple[list[str], list[str]]:
    settings: dict[str, Any] = locate_config(root, [root])[2]
    value = getattr(settings.get("addopts"), "value", None) or []
    words = shlex.split(value) if isinstance(value, str) else [str(word) for word in value]
    if not words:
        return [], []
    probe = get_config()
    for plugin in PLUGINS:
        probe.pluginmanager.import_plugin(plugin)
    return _known(words, probe._parser, root)


def _known(words: list[str], parser: Any, root: Path) -> tuple[list[str], list[str]]:
    actions = parser.optparser._option_string_actions
    kept: list[str] = []
    notes: list[str] = []
    rest = _one_by_one(words, actions)
    while rest:
        word = rest.pop(0)
        if word.startswith("-p"):
            name = word[2:] or (rest.pop(0) if rest else "")
            if name.removeprefix("no:") in NEEDED:
                notes.append(f"The plugin {name[3:]} of pytest can't be left out here.")
            elif name.startswith("no:") or _importable(name):
                kept += ["-p", name]
            else:
                notes.append(f"The plugin {name} of your pytest settings is not here: it was left out.")
            continue
        action = _action(word, actions)
        if not word.startswith("-"):
            kept.append(word)
        elif action is None or word.partition("=")[0] in TAKES_OVER:
            takes_value = action is None or action.nargs != 0
            if takes_value and rest and not rest[0].startswith("-") and not (root / rest[0]).exists():
                word += " " + rest.pop(0)
            notes.append(f"The option {word} of your pytest settings has no effect here: it was left out.")
        else:
            kept.append(word)
            if word in actions and action.nargs != 0 and rest:
                kept.append(rest.pop(0))
    return kept, notes


def _one_by_one(words: list[str], actions: dict[str, Any]) -> list[str]:
    """The words, with flags that were written together (`-vxs`) apart."""
    apart: list[str] = []
    for word in words:
        flags = [f"-{letter}" for letter in word[1:]]
        together = len(flags) > 1 and not word.startswith("--")
        if together and all(flag in actions and actions[flag].nargs == 0 for flag in flags):
            apart += flags
        else:
            apart.append(word)
    return apart


def _action(word: str, actions: dict[str, Any]) -> Any:
    """What a word such as `--tb=short`, `-vv` or `-k` stands for; None when it is unknown."""
    if word.startswith("--"):
        return actions.get(word.partition("=")[0])
    return actions.get(word[:2])


def _importable(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False
