from pyspark.sql import functions as F
from pyspark.sql.types import DoubleType

RATE = 2.0


def cost(weight):
    return None if weight is None else weight * RATE


cost_udf = F.udf(cost, DoubleType())
