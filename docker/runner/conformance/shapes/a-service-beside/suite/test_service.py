import http.server
import json
import socket
import sqlite3
import threading
import urllib.request

import pytest


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"rates": {"EUR": 1.0, "USD": 1.1}}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def service():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def test_rates(spark, service):
    rates = json.load(urllib.request.urlopen(service))["rates"]
    assert spark.createDataFrame(list(rates.items()), "code string, rate double").count() == 2


def test_in_a_udf(spark, service):
    def ask(rows):
        rates = json.load(urllib.request.urlopen(service))["rates"]
        for row in rows:
            yield row * rates["USD"]

    assert spark.sparkContext.parallelize([10.0], 1).mapPartitions(ask).collect() == pytest.approx([11.0])


def test_no_network():
    with pytest.raises(OSError):
        socket.create_connection(("192.0.2.1", 80), timeout=0.5)


def test_hostname():
    assert socket.gethostname()


def test_sqlite(spark, tmp_path):
    with sqlite3.connect(tmp_path / "orders.db") as db:
        db.execute("create table orders (id int, eur real)")
        db.executemany("insert into orders values (?, ?)", [(1, 2.5), (2, 3.5)])
        rows = db.execute("select * from orders").fetchall()
    assert spark.createDataFrame(rows, "id int, eur double").groupBy().sum("eur").first()[0] == 6.0
