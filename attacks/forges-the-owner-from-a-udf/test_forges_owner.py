import json
import os

from pyspark.sql import functions as F
from pyspark.sql.types import StringType


def forge(_):
    done = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if b"jvm.owner" in open(f"/proc/{name}/cmdline", "rb").read():
                with open(f"/proc/{name}/fd/1", "wb", buffering=0) as pipe:
                    for lie in ("nonsense", "[]", {"id": -1}, {"id": 10**9, "ok": {"dirty": ""}}, {"ready": {}}):
                        pipe.write(json.dumps(lie).encode() + b"\\n")
                    done.append(name)
        except OSError:
            continue
    return ",".join(done)


def test_forges(spark):
    assert spark.range(1).select(F.udf(forge, StringType())("id")).first()[0]
