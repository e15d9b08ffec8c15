"""What the harness, the zygote and a variant's process say to each other: each message once, for both ends.

The zygote has these modules before it forks; they import the standard library alone.
"""
