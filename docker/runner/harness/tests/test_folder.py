import pytest

from lakeproof_harness.folder import compose
from lakeproof_harness.upload import Upload


def upload(submission, reference=("pipeline.py", "lib/rates.py"), overlay=("pipeline.py",)):
    return Upload(
        reference={path: b"reference" for path in reference},
        overlays={3: {path: b"variant" for path in overlay}},
        submission={path: b"submission" for path in submission},
    )


def test_a_variant_lies_over_the_reference_beside_the_submission():
    folder = compose(upload(["test_a.py"]), 3, "tests")

    assert folder.files == {
        "pipeline.py": b"variant",
        "lib/rates.py": b"reference",
        "test_a.py": b"submission",
    }
    assert folder.under_test == {"pipeline.py", "lib/rates.py"}
    assert folder.notes == []


def test_a_variant_without_overlay_is_the_reference():
    assert compose(upload(["test_a.py"]), 0, "tests").files["pipeline.py"] == b"reference"


@pytest.mark.parametrize("mode", ["tests", "code"])
def test_a_variant_with_a_submission_of_its_own_has_no_other(mode):
    both = upload(["test_a.py", "conftest.py"])
    both.submissions[3] = {"test_b.py": b"its own"}

    folder = compose(both, 3, mode)

    assert folder.files["test_b.py"] == b"its own"
    assert not {"test_a.py", "conftest.py"} & set(folder.files)
    assert "test_a.py" in compose(both, 4, mode).files


@pytest.mark.parametrize(
    "path",
    [
        "pipeline.py",
        "pipeline/__init__.py",
        "pipeline/deep/er.py",
        "pipeline.cpython-311-x86_64-linux-gnu.so",
        "pipeline.pyc",
        "lib/rates.py",
        "lib/rates/__init__.py",
        "lib",
    ],
)
def test_a_submission_never_replaces_or_shadows_the_code_under_test(path):
    folder = compose(upload([path, "test_a.py"]), 3, "tests")

    assert path not in folder.files or folder.files[path] != b"submission"
    assert folder.files["pipeline.py"] == b"variant"
    assert len(folder.notes) == 1 and path in folder.notes[0]


@pytest.mark.parametrize(
    "path", ["lib/helpers.py", "pipeline_test.py", "tests/test_pipeline.py", "pipeline.json"]
)
def test_other_files_of_a_submission_stay(path):
    folder = compose(upload([path]), 3, "tests")

    assert folder.files[path] == b"submission"
    assert folder.notes == []


def test_in_mode_code_hidden_tests_lie_over_the_learners_code():
    folder = compose(
        upload(["pipeline.py", "test_hidden.py", "test_own.py"], ("test_hidden.py", "rows.csv"), ()),
        3,
        "code",
    )

    assert folder.files["pipeline.py"] == b"submission"
    assert folder.files["test_hidden.py"] == b"reference"
    assert folder.collect == ["test_hidden.py"]


def test_in_mode_code_a_variant_lies_over_the_learners_code():
    assert compose(upload(["pipeline.py"], ("test_hidden.py",)), 3, "code").files["pipeline.py"] == b"variant"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (b'OUT = "/tmp/orders"', True),
        (b"LOCATION '/tmp'", True),
        (b"/dev/shm/orders", True),
        (b"tmp_path / 'orders'", False),
        (b"/tmpfiles/orders", False),
    ],
)
def test_a_folder_tells_whether_its_files_name_a_place_that_variants_share(text, names):
    job = Upload(reference={"pipeline.py": b""}, overlays={}, submission={"test_a.py": text})

    assert compose(job, 0, "tests").names_common_place is names
