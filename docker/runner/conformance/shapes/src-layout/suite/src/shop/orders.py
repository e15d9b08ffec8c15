from pyspark.sql import DataFrame

from .words import PAID


def paid(orders: DataFrame) -> DataFrame:
    return orders.where(orders.status == PAID)
