import unittest

import pytest
from pyspark.sql import SparkSession
from pyspark.testing import assertDataFrameEqual


class SparkCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = SparkSession.builder.master("local[2]").appName("unittest").getOrCreate()

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        self.frame = self.spark.createDataFrame([(1, "a"), (2, "b")], ["id", "name"])


class TestFirst(SparkCase):
    def test_count(self):
        self.assertEqual(self.frame.count(), 2)

    def test_wrong(self):
        self.assertEqual(self.frame.count(), 3, "rows")

    def test_raises(self):
        with self.assertRaises(ValueError):
            self.frame.count()

    def test_error(self):
        raise KeyError("id")

    @unittest.skip("not today")
    def test_skipped(self):
        raise AssertionError

    @unittest.expectedFailure
    def test_expected_failure(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected_success(self):
        self.assertTrue(True)

    def test_frames(self):
        assertDataFrameEqual(self.frame, self.spark.createDataFrame([(2, "b"), (1, "a")], ["id", "name"]))

    def test_sub_tests(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertLess(n, 3)

    def test_sub_tests_that_fail(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)


class TestSecond(SparkCase):
    """Its session comes after the first class has stopped its own."""

    @pytest.fixture(autouse=True)
    def numbers(self):
        self.numbers = [1, 2, 3]

    def test_autouse_fixture(self):
        self.assertEqual(self.spark.createDataFrame(self.numbers, "int").count(), 3)

    def test_again(self):
        self.assertIn(1, self.numbers)


class TestNoSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no set-up")

    def test_never(self):
        pass


class TestNoTearDown(unittest.TestCase):
    def tearDown(self):
        raise RuntimeError("no tear-down")

    def test_passes_before(self):
        pass
