"""Reminders for open invoices. Fill these in from notebook.py; the README says what each promises."""

from datetime import date, datetime

from pyspark.sql import DataFrame, SparkSession


def open_invoices(invoices: DataFrame, payments: DataFrame, as_of: datetime) -> DataFrame:
    raise NotImplementedError


def reminders(open_invoices: DataFrame, today: date) -> DataFrame:
    raise NotImplementedError


def summary(reminders: DataFrame) -> DataFrame:
    raise NotImplementedError


def run(spark: SparkSession, source: str, target: str, as_of: datetime) -> None:
    raise NotImplementedError
