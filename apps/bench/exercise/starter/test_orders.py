from pipeline import clean, latest, revenue  # noqa: F401
