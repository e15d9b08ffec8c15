import logging
import os
import sys
import warnings
from pathlib import Path

import pytest

RATES = {"EUR": 1.0}
log = logging.getLogger("pipeline")


def rate(currency):
    log.warning("rate of %s", currency)
    return RATES[currency]


def test_monkeypatch(monkeypatch):
    monkeypatch.setitem(RATES, "USD", 0.9)
    monkeypatch.setenv("LAKE", "bronze")
    assert rate("USD") == 0.9 and os.environ["LAKE"] == "bronze"


def test_monkeypatch_is_undone():
    assert "LAKE" not in os.environ
    rate("USD")


def test_monkeypatch_chdir(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x")
    assert (tmp_path / "a.txt").exists()


def test_mocker(mocker):
    patched = mocker.patch(f"{__name__}.rate", return_value=2)
    assert rate("EUR") == 2
    patched.assert_called_once_with("USD")


def test_spy(mocker, spark):
    spy = mocker.spy(spark, "range")
    spark.range(2)
    assert spy.call_count == 1


def test_caplog(caplog):
    with caplog.at_level(logging.WARNING, logger="pipeline"):
        rate("EUR")
    assert caplog.messages == ["rate of EUR"]


def test_capsys(capsys, spark):
    spark.createDataFrame([(1, None)], "id int, name string").show()
    assert capsys.readouterr().out == "+---+----+\n| id|name|\n+---+----+\n|  1|NULL|\n+---+----+\n\n"


def test_capfd(capfd):
    os.write(1, b"by descriptor\n")
    print("by python", file=sys.stderr)
    out, err = capfd.readouterr()
    assert (out, err) == ("by descriptor\n", "by python\n")


def test_tmp_path(tmp_path, spark):
    spark.range(5).write.parquet(str(tmp_path / "rows"))
    assert spark.read.parquet(str(tmp_path / "rows")).count() == 5
    assert any(path.name.startswith("part-") for path in (tmp_path / "rows").iterdir())


def test_tmp_path_factory(tmp_path_factory, spark):
    folder = tmp_path_factory.mktemp("data")
    (folder / "rows.csv").write_text("id,name\n1,a\n")
    assert spark.read.csv(str(folder), header=True).first().name == "a"


def test_tmpdir(tmpdir):
    tmpdir.join("a.txt").write("x")
    assert tmpdir.join("a.txt").read() == "y"


def test_getfixturevalue(request):
    assert request.getfixturevalue("spark").range(2).count() == 2


def test_missing_fixture(request):
    request.getfixturevalue("nothing_of_that_name")


def test_recwarn(recwarn):
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    assert len(recwarn) == 1


def test_record_property(record_property):
    record_property("rows", 3)


def test_config(pytestconfig, request):
    assert pytestconfig.getoption("verbose") <= 0
    assert request.node.name == "test_config"
    assert Path(pytestconfig.rootpath) == Path.cwd()


def test_faker(faker):
    faker.seed_instance(1)
    assert isinstance(faker.name(), str)


def test_doctest_namespace(doctest_namespace):
    assert doctest_namespace == {}


def test_subtests(subtests):
    for n in range(3):
        with subtests.test("number", n=n):
            assert n != 1
