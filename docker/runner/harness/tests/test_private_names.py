"""The list of what isn't ours and isn't promised: all that is used is listed, used and there."""

import shutil

import pytest
from private_uses import calls_in, python_files, uses_in

import lakeproof
import lakeproof_harness
from lakeproof_harness import probe
from lakeproof_harness.jvm import flags
from lakeproof_harness.private_names import IN_JAVA, IN_PYTHON, Java

LISTED = (*IN_PYTHON, *IN_JAVA)
# Suites as learners write them; the list itself, and who looks for what is in it.
NOT_HARNESS = ("lakeproof_harness.rehearsal.", "lakeproof_harness.private_names", "lakeproof_harness.probe")
SOURCES = {
    name.removeprefix("lakeproof_harness."): path.read_text()
    for package in (lakeproof, lakeproof_harness)
    for name, path in python_files(package)
    if not name.startswith(NOT_HARNESS)
}


@pytest.mark.parametrize("module", SOURCES)
def test_what_a_module_reaches_for_is_listed(module):
    listed = {entry.name for entry in LISTED if module in entry.used_by}
    for use in uses_in(SOURCES[module]):
        assert any(name == use or name.endswith(f".{use}") for name in listed), f"{module}: {use}"


@pytest.mark.parametrize("entry", IN_PYTHON, ids=lambda entry: entry.name)
def test_what_is_listed_is_reached_for_and_is_there(entry):
    assert probe.in_python(entry.name)
    for module in entry.used_by:
        uses = {*uses_in(SOURCES[module]), *calls_in(SOURCES[module])}
        assert any(entry.name == use or entry.name.endswith(f".{use}") for use in uses), module


@pytest.mark.parametrize("entry", IN_JAVA, ids=lambda entry: f"{entry.name} {entry.used_by}")
def test_methods_of_java_that_are_listed_are_called(entry):
    for module in entry.used_by:
        assert set(entry.methods) & set(calls_in(SOURCES[module])) or not entry.methods, module
    everywhere = {name for module in entry.used_by for name in calls_in(SOURCES[module])}
    assert set(entry.methods) <= everywhere


@pytest.mark.parametrize(
    "source, use",
    [
        ("spark._jsc.sc()", "_jsc"),
        ("SparkContext._do_init = do_init", "_do_init"),
        ("getattr(frame, '_jdf')", "_jdf"),
        ("import pyspark.worker", "pyspark.worker"),
        ("from pyspark import worker_util", "pyspark.worker_util"),
        ("from pyspark.sql.classic.dataframe import DataFrame", "pyspark.sql.classic.dataframe.DataFrame"),
        ("from _pytest.config import get_config", "_pytest.config.get_config"),
        ("getattr(jvm, 'org.apache.spark.util.Utils')", "org.apache.spark.util.Utils"),
        ("def stop(self):\n    self._jsc = None", "_jsc"),
    ],
)
def test_a_use_is_found(source, use):
    assert list(uses_in(source)) == [use]


@pytest.mark.parametrize(
    "source",
    [
        "from pyspark.sql import SparkSession, functions",
        "from pyspark.sql.functions import col",
        "class Owner:\n    def __init__(self):\n        self._jvm = 1\nOwner()._jvm",
        "def _private(): ...\nmodule._private()",
        "os._exit(0)",
        '"""Of org.apache.spark.util.Utils."""',
        "frame.__class__",
    ],
)
def test_what_is_public_or_ours_is_none(source):
    assert list(uses_in(source)) == []


def test_a_name_that_is_gone_is_missed():
    assert not probe.in_python("pyspark.SparkContext._no_such_name")
    assert not probe.in_python("pyspark.no_such_module")
    assert not probe.in_python("pyspark.SparkContext._jsc._no_such_name")


@pytest.fixture(scope="module")
def jvm():
    with probe.a_jvm() as running:
        yield running
    # It belongs to root here, and to Spark's user in a sandbox.
    shutil.rmtree(flags.HOME)


def test_what_is_listed_is_in_the_jvm(jvm):
    assert [*probe.gone_from_java(jvm), *probe.not_compiling(jvm)] == []


def test_settings_are_known_to_spark(jvm):
    assert list(probe.unknown_settings(jvm, flags.SETTINGS)) == []
    assert list(probe.unknown_settings(jvm, ["spark.sql.ansi.enabled", "spark.sql.ansi.enabld"])) == [
        "the setting spark.sql.ansi.enabld"
    ]


def test_a_class_and_a_method_that_are_gone_are_missed(jvm, monkeypatch):
    gone = [
        Java("org.apache.spark.NoSuchClass", (), (), "x"),
        Java("org.apache.spark.SparkConf", ("noSuchMethod", "contains"), (), "y"),
    ]
    monkeypatch.setattr(probe, "IN_JAVA", gone)
    assert list(probe.gone_from_java(jvm)) == [
        "class org.apache.spark.NoSuchClass (x)",
        "org.apache.spark.SparkConf.noSuchMethod (y)",
    ]


def test_a_listener_that_names_what_is_gone_does_not_compile(jvm, monkeypatch, tmp_path):
    source = probe.expectation_listener.SOURCE.read_text().replace("IncrementalExecution", "NoSuchClass")
    broken = tmp_path / "Broken.java"
    broken.write_text(source)
    monkeypatch.setattr(probe.expectation_listener, "SOURCE", broken)
    (said,) = probe.not_compiling(jvm)
    assert "NoSuchClass" in said
