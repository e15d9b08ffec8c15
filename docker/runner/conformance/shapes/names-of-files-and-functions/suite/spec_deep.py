def should_raise(spark):
    raise LookupError("deep")
