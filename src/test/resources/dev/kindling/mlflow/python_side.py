"""What Python's MLflow makes of a model that was logged from Java, and a model of its own for the way back.

Arguments: the model's address, a run that may get another model, and a file for the answer.
"""

import json
import sys

import mlflow
from mlflow.models import Model, get_model_info
from mlflow.tracking import MlflowClient
from pyspark.sql import SparkSession

model_uri, run_id, answer = sys.argv[1:]
spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)

info = get_model_info(model_uri)
example = Model.load(model_uri).load_input_example()
rows = spark.createDataFrame(
    [(float(i), i % 4, "Viertel %d" % (i % 3)) for i in range(1, 60)],
    "size double, rooms int, district string",
)
model = mlflow.spark.load_model(model_uri)
predicted = model.transform(rows).orderBy("size").select("prediction").collect()

with mlflow.start_run(run_id=run_id):
    mlflow.spark.log_model(model, artifact_path="from-python", signature=info.signature)
    inputs = MlflowClient().get_run(run_id).inputs.dataset_inputs
    source = mlflow.data.get_source(inputs[0].dataset)

with open(answer, "w", encoding="utf-8") as out:
    json.dump(
        {
            "predictions": [row.prediction for row in predicted],
            "pyfunc": [float(p) for p in mlflow.pyfunc.load_model(model_uri).predict(example)],
            "signature": info.signature.to_dict(),
            "flavors": sorted(info.flavors),
            "example": example.to_dict(orient="split"),
            "source": type(source).__name__ + " " + str(source.delta_table_version),
        },
        out,
    )
