import logging

log = logging.getLogger(__name__)


def clean(frame):
    log.info("cleaning %d rows", frame.count())
    cleaned = frame.dropna()
    if cleaned.count() < frame.count():
        log.warning("rows without a value were dropped")
    return cleaned
