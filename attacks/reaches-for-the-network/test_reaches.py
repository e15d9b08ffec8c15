import os
import socket

import pytest


@pytest.mark.parametrize("address", [
    ("169.254.169.254", 80), ("169.254.170.2", 80), ("172.17.0.1", 2375), ("10.0.0.1", 443), ("1.1.1.1", 53), ("192.168.0.1", 80),
])
def test_no_address_answers(address):
    with socket.socket() as client:
        client.settimeout(2)
        with pytest.raises(OSError):
            client.connect(address)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client, pytest.raises(OSError):
        client.sendto(b"x", address)


@pytest.mark.parametrize("name", ["metadata.google.internal", "host.docker.internal", "postgres", "redis", "pypi.org"])
def test_no_name_is_known(name):
    with pytest.raises(OSError):
        socket.getaddrinfo(name, 80)


@pytest.mark.parametrize("path", ["/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock"])
def test_no_socket_of_the_engine(path):
    assert not os.path.exists(path)
    with socket.socket(socket.AF_UNIX) as client, pytest.raises(OSError):
        client.connect(path)


def test_there_is_but_loopback():
    assert [name for _, name in socket.if_nameindex() if name != "lo" and open(f"/sys/class/net/{name}/flags").read().strip() != "0x80"] == []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        socket.create_connection(server.getsockname()).close()


@pytest.mark.parametrize("family, kind", [
    (socket.AF_PACKET, socket.SOCK_RAW), (socket.AF_INET, socket.SOCK_RAW), (socket.AF_VSOCK, socket.SOCK_STREAM), (socket.AF_ALG, socket.SOCK_SEQPACKET),
])
def test_no_socket_below_or_beside_the_internet(family, kind):
    with pytest.raises(OSError):
        socket.socket(family, kind)
