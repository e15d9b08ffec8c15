"""Writes the batches of day 2's exercises: `python exercises/tools/day_2 [slug ...]`, all unless told.

Every batch is made from a fixed seed, so a second run changes nothing: `git diff` must stay empty.
"""

import sys
from importlib import import_module

SLUGS = ["silver-contract", "business-keys", "orphan-keys", "fresh-by-event-time", "volume-and-distribution"]


def main() -> None:
    for slug in sys.argv[1:] or SLUGS:
        if slug not in SLUGS:
            sys.exit(f"{slug} has no batches here: there are {', '.join(SLUGS)}")
        import_module(slug.replace("-", "_")).write()


main()
