"""A small medallion lakehouse whose layers keep their promises, or say which one is broken."""
