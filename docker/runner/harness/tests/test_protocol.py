import copy
import json

import pytest

from lakeproof_harness.protocol import Nonsense, parse_header

HEADER = {
    "protocol": 1,
    "mode": "tests",
    "engine": "classic",
    "variants": [{"n": 0, "conf": {}}, {"n": 1, "conf": {"spark.sql.session.timeZone": "Asia/Kolkata"}}],
    "limits": {
        "seconds": 120,
        "variantSeconds": 20.5,
        "parallel": 2,
        "tests": 500,
        "testOutputBytes": 65536,
        "outputBytes": 1048576,
        "idChars": 500,
        "messageChars": 2000,
    },
    "tarBytes": 10240,
}


def test_reads_what_the_host_sends():
    header = parse_header(json.dumps(HEADER).encode())

    assert [variant.n for variant in header.variants] == [0, 1]
    assert header.variants[1].conf == {"spark.sql.session.timeZone": "Asia/Kolkata"}
    assert header.limits.variant_seconds == 20.5
    assert header.tar_bytes == 10240


@pytest.mark.parametrize(
    "path, value, said",
    [
        (["protocol"], 2, "protocol 2"),
        (["mode"], "quiz", "mode"),
        (["mode"], ["tests"], "mode"),
        (["engine"], None, "engine"),
        (["extra"], 1, "unknown extra"),
        (["tarBytes"], 1.5, "tarBytes"),
        (["tarBytes"], -1, "tarBytes"),
        (["tarBytes"], 1 << 40, "tarBytes"),
        (["limits", "seconds"], 0, "limits.seconds"),
        (["limits", "seconds"], True, "limits.seconds"),
        (["limits", "seconds"], float("nan"), "limits.seconds"),
        (["limits", "tests"], 100_000, "limits.tests"),
        (["limits", "more"], 1, "unknown more"),
        (["variants"], {}, "variants"),
        (["variants", 1, "n"], 0, "twice"),
        (["variants", 1, "n"], 1000, "variants[1].n"),
        (["variants", 1, "conf"], {"spark.sql.x": 1}, "must be a string"),
        (["variants", 1, "conf"], {"spark.master": "local[9]"}, "spark.master can't differ"),
        (["variants", 1, "name"], "null-lost", "unknown name"),
    ],
)
def test_refuses_nonsense_and_names_it(path, value, said):
    header = copy.deepcopy(HEADER)
    target = header
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value

    with pytest.raises(Nonsense) as refused:
        parse_header(json.dumps(header).encode())
    assert said in str(refused.value)


@pytest.mark.parametrize("field", list(HEADER))
def test_misses_each_field(field):
    header = {key: value for key, value in HEADER.items() if key != field}
    with pytest.raises(Nonsense, match=f"{field} missing"):
        parse_header(json.dumps(header).encode())


@pytest.mark.parametrize("line", [b"", b"[]", b"3", b"{", b"\xff\n"])
def test_refuses_what_is_no_header(line):
    with pytest.raises(Nonsense):
        parse_header(line)
