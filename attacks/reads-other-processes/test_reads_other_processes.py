import ctypes
import os
import signal

LIBC = ctypes.CDLL(None, use_errno=True)
KEPT = ctypes.create_string_buffer(8)


class Iovec(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def readable(pid):
    '''What of a process can be got at.'''
    buffer = ctypes.create_string_buffer(8)
    local = Iovec(ctypes.addressof(buffer), 8)
    remote = Iovec(ctypes.addressof(KEPT), 8)
    acts = {
        "environ": lambda: open(f"/proc/{pid}/environ", "rb").read(),
        "mem": lambda: open(f"/proc/{pid}/mem", "r+b"),
        "maps": lambda: refused_as(len(open(f"/proc/{pid}/maps", "rb").read()) - 1),
        "descriptors": lambda: [open(f"/proc/{pid}/fd/{name}", "wb") for name in os.listdir(f"/proc/{pid}/fd")],
        "root": lambda: os.listdir(f"/proc/{pid}/root"),
        "cwd": lambda: os.listdir(f"/proc/{pid}/cwd"),
        "signal": lambda: os.kill(pid, 0),
        "pidfd": lambda: signal.pidfd_send_signal(os.pidfd_open(pid), 0),
        "ptrace": lambda: refused_as(LIBC.ptrace(16, pid, None, None)),
        "process_vm_readv": lambda: refused_as(LIBC.process_vm_readv(pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)),
    }
    got = []
    for name, act in acts.items():
        try:
            act()
            got.append(name)
        except OSError:
            continue
    return got


def refused_as(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")


def test_nobody_else_can_be_read():
    others = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]
    assert len(others) >= 3
    assert {pid: got for pid in others if (got := readable(pid))} == {}


def test_a_child_could_be_read():
    child = os.fork()
    if child == 0:
        signal.pause()
    got = readable(child)
    os.kill(child, signal.SIGKILL)
    assert {"environ", "maps", "signal"} <= set(got)
    # Not even a child of one's own: the sandbox's list of system calls has neither.
    assert not {"ptrace", "process_vm_readv"} & set(got)
