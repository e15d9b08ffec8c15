import os
import pathlib

MARK = "mark-of-a-variant"
OWN = os.getcwd()
# Who runs while this variant begins is its sibling, not one before it.
BESIDE = set(os.listdir("/proc"))


def folders():
    '''Every folder of the sandbox that this process may write to.'''
    for root, names, _ in os.walk("/", followlinks=False):
        names[:] = [name for name in names if os.path.join(root, name) not in ("/proc", "/sys")]
        if os.access(root, os.W_OK) and not root.startswith(OWN):
            yield root


def writers():
    '''Who wrote the marks that are found: ids of processes.'''
    marks = (pathlib.Path(folder, f"{MARK}-{folder.count('/')}") for folder in folders())
    return {int(mark.read_text() or 0) for mark in marks if mark.exists()}


def test_nothing_of_before():
    assert {writer for writer in writers() if str(writer) not in BESIDE} == set()


def test_is_seen_here():
    for folder in list(folders()):
        try:
            pathlib.Path(folder, f"{MARK}-{folder.count('/')}").write_text(str(os.getpid()))
        except OSError:
            continue
    assert os.getpid() in writers()
