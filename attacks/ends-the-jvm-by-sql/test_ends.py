import pytest


@pytest.mark.parametrize("name", ["reflect", "java_method", "try_reflect"])
def test_calls_no_java(spark, name):
    with pytest.raises(Exception, match="UNRESOLVED_ROUTINE"):
        spark.sql(f"SELECT {name}('java.lang.System', 'exit', 0)").collect()
    with pytest.raises(Exception, match="UNRESOLVED_ROUTINE"):
        spark.range(1).selectExpr(f"{name}('java.lang.System', 'getProperty', 'user.name')").collect()
