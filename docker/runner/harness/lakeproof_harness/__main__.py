"""`python -m lakeproof_harness`: what the container runs."""

from lakeproof_harness.main import main

main()
