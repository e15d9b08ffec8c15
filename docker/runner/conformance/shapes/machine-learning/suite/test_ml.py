import numpy as np
from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.feature import StringIndexer, VectorAssembler
from pyspark.ml.linalg import Vectors
from pyspark.ml.stat import Summarizer


def test_pipeline(spark):
    frame = spark.createDataFrame([("a", 1.0, 0.0), ("b", 5.0, 1.0), ("a", 1.5, 0.0), ("b", 4.0, 1.0)], "k string, x double, label double")
    stages = [StringIndexer(inputCol="k", outputCol="ki"), VectorAssembler(inputCols=["ki", "x"], outputCol="features"), LogisticRegression(maxIter=5)]
    model = Pipeline(stages=stages).fit(frame)
    assert model.transform(frame).filter("prediction = label").count() == 4


def test_vectors(spark):
    frame = spark.createDataFrame([(Vectors.dense([1.0, 2.0]),), (Vectors.sparse(2, {0: 3.0}),)], ["v"])
    mean = frame.select(Summarizer.mean(frame["v"])).first()[0]
    assert np.allclose(mean.toArray(), [2.0, 1.0])


def test_fails(spark):
    assert Vectors.dense([1.0]) == Vectors.dense([2.0])
