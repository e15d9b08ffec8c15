import os
import shutil
import stat
import time
from pathlib import Path

import pytest


@pytest.fixture
def written(spark, tmp_path):
    path = tmp_path / "written"
    spark.range(4).repartition(2).write.parquet(str(path))
    return path


def test_read_bytes(written):
    assert all(part.read_bytes()[:4] == b"PAR1" for part in written.glob("*.parquet"))


def test_remove_a_part(spark, written):
    next(written.glob("part-*.parquet")).unlink()
    assert spark.read.parquet(str(written)).count() < 4


def test_truncate_a_part(spark, written):
    part = next(written.glob("part-*.parquet"))
    part.write_bytes(b"broken")
    with pytest.raises(Exception, match="(?i)parquet"):
        spark.read.parquet(str(written)).collect()


def test_copy_and_move(spark, written, tmp_path):
    shutil.copytree(written, tmp_path / "copy")
    shutil.move(tmp_path / "copy", tmp_path / "moved")
    assert spark.read.parquet(str(tmp_path / "moved")).count() == 4
    shutil.rmtree(tmp_path / "moved")


def test_rename(spark, written, tmp_path):
    written.rename(tmp_path / "renamed")
    assert spark.read.parquet(str(tmp_path / "renamed")).count() == 4


def test_append_a_line(spark, tmp_path):
    path = tmp_path / "csv"
    spark.range(2).coalesce(1).write.csv(str(path))
    with open(next(path.glob("*.csv")), "a") as file:
        file.write("7\n")
    assert spark.read.csv(str(path)).count() in (2, 3)


def test_modified_after(spark, tmp_path):
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    for path in (old, new):
        path.write_text('{"id": 1}\n')
    os.utime(old, (0, 0))
    found = spark.read.option("modifiedAfter", "2020-01-01T00:00:00").json([str(old), str(new)])
    assert found.count() == 1


def test_utime_of_what_spark_wrote(written):
    part = next(written.glob("part-*.parquet"))
    os.utime(part, (0, 0))
    assert part.stat().st_mtime == 0


def test_chmod_of_what_spark_wrote(written):
    part = next(written.glob("part-*.parquet"))
    part.chmod(0o400)
    assert stat.S_IMODE(part.stat().st_mode) & 0o200 == 0


def test_read_only_folder(spark, tmp_path):
    folder = tmp_path / "sealed"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(Exception):
            spark.range(1).write.parquet(str(folder / "out"))
    finally:
        folder.chmod(0o700)


def test_unreadable_file(spark, tmp_path):
    path = tmp_path / "secret.json"
    path.write_text('{"id": 1}\n')
    path.chmod(0)
    with pytest.raises(Exception):
        spark.read.json(str(path)).collect()


def test_symlink(spark, written, tmp_path):
    (tmp_path / "latest").symlink_to(written)
    assert spark.read.parquet(str(tmp_path / "latest")).count() == 4


def test_home(spark):
    path = Path.home() / "orders"
    spark.range(1).write.mode("overwrite").parquet(str(path))
    assert path.exists()


def test_tmp(spark):
    path = Path("/tmp/lakeproof-orders-of-mine")
    spark.range(1).write.mode("overwrite").parquet(str(path))
    assert spark.read.parquet(str(path)).count() == 1
    shutil.rmtree(path)


def test_relative(spark):
    spark.range(2).write.mode("overwrite").parquet("out/orders")
    assert Path("out/orders").is_dir()
    assert spark.read.parquet("out/orders").count() == 2


def test_sql_paths(spark, tmp_path):
    spark.range(3).write.parquet(str(tmp_path / "p"))
    assert spark.sql(f"select * from parquet.`{tmp_path}/p`").count() == 3


def test_tmp_path_is_private(tmp_path):
    assert stat.S_IMODE(tmp_path.stat().st_mode) & 0o007 == 0


def test_big_file(spark, tmp_path):
    path = tmp_path / "big.csv"
    with path.open("w") as file:
        for n in range(200_000):
            file.write(f"{n},{n * 2}\n")
    assert spark.read.csv(str(path)).count() == 200_000


def test_many_files(spark, tmp_path):
    for n in range(60):
        (tmp_path / f"{n}.json").write_text(f'{{"id": {n}}}')
    assert spark.read.json(str(tmp_path)).count() == 60
