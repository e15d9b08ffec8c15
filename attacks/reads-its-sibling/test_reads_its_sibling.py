import os

import pytest

HERE = "learner1" if "learner1" in os.getcwd() else "learner2"
OTHER = {"learner1": "learner2", "learner2": "learner1"}[HERE]


@pytest.mark.parametrize("parent", ["/work", "/tmp"])
def test_is_closed(parent):
    for path in (f"{parent}/{OTHER}", f"{parent}/{OTHER}/suite", f"{parent}/{OTHER}/suite/pipeline.py"):
        with pytest.raises(PermissionError):
            os.listdir(path)
        with pytest.raises(PermissionError):
            open(path + "/x", "w")
    assert os.listdir(f"{parent}/{HERE}")
