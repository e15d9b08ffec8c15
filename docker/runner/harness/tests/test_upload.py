import io
import tarfile

import pytest

from lakeproof_harness.protocol import Nonsense
from lakeproof_harness.upload import read_tar


def tar(*entries):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            if not isinstance(content, str):
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
            else:
                info.type, info.linkname = content.encode(), "/etc/passwd"
                archive.addfile(info)
    return buffer.getvalue()


def test_sorts_files_by_whose_they_are():
    upload = read_tar(
        tar(
            ("reference", tarfile.DIRTYPE.decode()),
            ("reference/lib/pipeline.py", b"a"),
            ("variants/12/pipeline.py", b"b"),
            ("submission/tests/test_a.py", b"c"),
            ("submissions/3/tests/test_a.py", b"d"),
        )
    )

    assert upload.reference == {"lib/pipeline.py": b"a"}
    assert upload.overlays == {12: {"pipeline.py": b"b"}}
    assert upload.submission == {"tests/test_a.py": b"c"}
    assert upload.submissions == {3: {"tests/test_a.py": b"d"}}


@pytest.mark.parametrize(
    "name",
    [
        "/submission/a.py",
        "submission/../reference/a.py",
        "submission/./a.py",
        "submission//a.py",
        "submission/a\\b.py",
        "submission/a\nb.py",
        "../a.py",
        "a.py",
        "submission",
        "elsewhere/a.py",
        "variants/a.py",
        "submissions/a.py",
        "variants/x/a.py",
        "variants/-1/a.py",
        "variants/٣/a.py",
    ],
)
def test_refuses_paths_that_lead_elsewhere(name):
    with pytest.raises(Nonsense):
        read_tar(tar((name, b"")))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
)
def test_refuses_links_and_devices(kind):
    with pytest.raises(Nonsense, match="neither a file nor a folder"):
        read_tar(tar(("submission/a.py", kind.decode())))


def test_refuses_a_file_that_is_there_twice():
    with pytest.raises(Nonsense, match="twice"):
        read_tar(tar(("submission/a.py", b"1"), ("submission/a.py", b"2")))


@pytest.mark.parametrize("data", [b"x" * 2000, tar(("submission/a.py", b"x" * 5000))[:2000]])
def test_refuses_what_is_no_tar(data):
    with pytest.raises(Nonsense):
        read_tar(data)


def test_takes_an_empty_tar():
    assert read_tar(tar()).submission == {}
