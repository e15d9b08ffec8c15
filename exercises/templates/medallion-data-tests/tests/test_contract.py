"""Each rule is silent on clean and strange batches, and speaks on its own fault."""

import pytest
from pyspark.sql import SparkSession

from batches import FAULTS, NOW, STRANGE, USUAL, clean, customers
from lakehouse.contract import batch_rules, row_rules
from lakehouse.rules import Rule, audit


@pytest.fixture
def rules(spark: SparkSession) -> list[Rule]:
    return [*row_rules(), *batch_rules(customers(spark), NOW, USUAL)]


def test_silent_on_a_clean_batch(spark: SparkSession, rules: list[Rule]) -> None:
    assert audit(clean(spark), rules) == {}


@pytest.mark.parametrize("name", STRANGE)
def test_silent_on_a_strange_one(spark: SparkSession, rules: list[Rule], name: str) -> None:
    assert audit(STRANGE[name](clean(spark)), rules) == {}


@pytest.mark.parametrize("rule", FAULTS)
def test_speaks_on_its_fault_alone(spark: SparkSession, rules: list[Rule], rule: str) -> None:
    assert list(audit(FAULTS[rule](clean(spark)), rules)) == [rule]


def test_every_rule_has_a_fault(rules: list[Rule]) -> None:
    assert {rule.name for rule in rules} == FAULTS.keys()


def test_an_empty_batch_is_noticed(spark: SparkSession, rules: list[Rule]) -> None:
    assert "about as many orders as usual" in audit(clean(spark).limit(0), rules)


def test_orders_of_the_future_are_noticed(spark: SparkSession) -> None:
    rules = batch_rules(customers(spark), NOW.replace(day=24), USUAL)
    assert "of the future" in audit(clean(spark), rules)["orders of the last day are there"]
