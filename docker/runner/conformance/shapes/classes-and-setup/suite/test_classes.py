import pytest


class Base:
    factor = 2

    def test_inherited(self, spark):
        assert spark.range(self.factor).count() == self.factor


class TestTwo(Base):
    pass


class TestThree(Base):
    factor = 3

    def test_own(self):
        assert self.factor == 2


class TestSetUp:
    def setup_method(self, method):
        self.rows = [1, 2]

    def teardown_method(self):
        if len(self.rows) > 2:
            raise RuntimeError("left too many")

    @classmethod
    def setup_class(cls):
        cls.shared = []

    def test_rows(self, spark):
        assert spark.createDataFrame(self.rows, "int").count() == 2

    def test_too_many(self):
        self.rows.append(3)

    @pytest.fixture(autouse=True)
    def _shared(self):
        self.shared.append(1)

    def test_shared(self):
        assert len(self.shared) == 3

    @staticmethod
    def test_static():
        assert True

    class TestNested:
        def test_deep(self, spark):
            assert spark.range(1).first().id == 0

        @pytest.mark.parametrize("n", [1, 2])
        def test_parametrized(self, n):
            assert n == 1


@pytest.mark.usefixtures("spark")
class TestMarked:
    pytestmark = [pytest.mark.filterwarnings("ignore")]

    @pytest.mark.parametrize("a, b", [(1, 1), (1, 2)])
    def test_pairs(self, a, b):
        assert a == b
