import os
import socket

PORT = 40000 + os.getuid()
NAME = f"\0mark-{os.getuid()}"


def answers(family, address):
    with socket.socket(family) as client:
        client.settimeout(1)
        return client.connect_ex(address) == 0


def test_nothing_of_before():
    assert not answers(socket.AF_INET, ("127.0.0.1", PORT))
    assert not answers(socket.AF_UNIX, NAME)


def test_is_seen_here():
    for family, address in ((socket.AF_INET, ("127.0.0.1", PORT)), (socket.AF_UNIX, NAME)):
        server = socket.socket(family)
        server.bind(address)
        server.listen()
        os.set_inheritable(server.fileno(), True)
        if os.fork() == 0:
            os.setsid()
            while True:
                server.accept()
        assert answers(family, address)
