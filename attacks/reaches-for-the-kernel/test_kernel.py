import ctypes
import os
import socket

import pytest

LIBC = ctypes.CDLL(None, use_errno=True)


def refused(result):
    assert result == -1, result
    assert ctypes.get_errno() in (1, 13, 22, 30, 38, 95), os.strerror(ctypes.get_errno())


@pytest.mark.parametrize("call", [
    lambda: LIBC.unshare(0x10000000), lambda: LIBC.unshare(0x00020000), lambda: LIBC.unshare(0x40000000),
    lambda: LIBC.mount(b"none", b"/tmp", b"tmpfs", 0, None), lambda: LIBC.umount2(b"/proc", 2), lambda: LIBC.pivot_root(b"/", b"/") if hasattr(LIBC, "pivot_root") else refuse(),
    lambda: LIBC.syscall(250, 0, 0, 0), lambda: LIBC.syscall(248, b"user", b"x", b"y", 1, -1), lambda: LIBC.syscall(321, 0, 0, 0),
    lambda: LIBC.syscall(298, 0, 0, -1, -1, 0), lambda: LIBC.syscall(175, 0, 0, b""), lambda: LIBC.syscall(246, 0, 0, 0, 0),
    lambda: LIBC.syscall(323, 0), lambda: LIBC.syscall(304, -100, 0, 0), lambda: LIBC.reboot(0x1234567),
    lambda: LIBC.sethostname(b"x", 1), lambda: LIBC.swapon(b"/x", 0), lambda: LIBC.acct(b"/x"), lambda: LIBC.mknod(b"/tmp/x", 0o060666, 0x800),
    lambda: LIBC.ioperm(0, 1, 1), lambda: LIBC.setuid(0), lambda: LIBC.setgid(0), lambda: LIBC.chroot(b"/tmp"), lambda: LIBC.nice(-5),
    lambda: LIBC.ptrace(0, 0, None, None), lambda: LIBC.process_vm_readv(os.getpid(), None, 0, None, 0, 0), lambda: LIBC.syncfs(0),
])
def test_is_refused(call):
    ctypes.set_errno(0)
    refused(call())


def refuse():
    ctypes.set_errno(1)
    return -1


def test_has_no_capability():
    status = dict(line.split(":", 1) for line in open("/proc/self/status").read().splitlines())
    assert {name: status[name].strip() for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == dict.fromkeys(("CapInh", "CapPrm", "CapEff", "CapAmb"), "0" * 16)
    assert status["NoNewPrivs"].strip() == "1" and status["Seccomp"].strip() == "2"


def test_finds_no_program_with_more_rights():
    found = [os.path.join(root, name) for root, _, names in os.walk("/usr") for name in names if os.lstat(os.path.join(root, name)).st_mode & 0o4000]
    for program in found:
        assert os.spawnv(os.P_WAIT, program, [program, "--help"]) is not None
    assert os.geteuid() >= 900


@pytest.mark.parametrize("path", ["/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/kcore", "/sys/fs/cgroup/memory/release_agent", "/dev/mem", "/dev/kmsg", "/proc/1/mem", "/etc/shadow", "/etc/passwd"])
def test_cannot_be_written(path):
    with pytest.raises(OSError):
        open(path, "r+b")


def test_its_own_files_can():
    with open("own", "wb") as file:
        assert file.write(b"x") == 1
