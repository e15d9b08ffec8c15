import logging


def test_logs():
    logging.basicConfig(level=logging.DEBUG)
    while True:
        logging.getLogger("x").warning("x" * 1000)
