"""Asks a real MLflow server every search of requests.jsonl over the rows of rows.json, and keeps its answers.

    python record.py make FILE           a store with the rows, in the schema of this project
    python record.py ask URL ANSWERS     answers of the server at URL, one line of JSON per request

Start the server between the two: mlflow server --backend-store-uri sqlite:///FILE
Of the answers of 2.17.2 only those are kept that differ from those of 3.17.2.
"""

import json
import pathlib
import re
import sqlite3
import sys
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent
SCHEMA = HERE.parents[2] / "main/resources/dev/kindling/tracking/store/schema.sql"
PATHS = {
    "runs": "runs/search",
    "experiments": "experiments/search",
    "models": "registered-models/search",
    "versions": "model-versions/search",
    "datasets": "experiments/search-datasets",
}


def make(file):
    with sqlite3.connect(file) as store:
        store.executescript(SCHEMA.read_text())
        for table, rows in json.loads((HERE / "rows.json").read_text()).items():
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" * len(row))
                store.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def in_order(message):
    """Python prints a set in any order; here it is sorted."""
    return re.sub(
        r"\{('[^{}]*')\}", lambda found: "{" + ", ".join(sorted(found[1].split(", "))) + "}", message
    )


def found(search, answer):
    if search == "runs":
        return [run["info"]["run_id"] for run in answer.get("runs", [])]
    if search == "experiments":
        return [each["experiment_id"] for each in answer.get("experiments", [])]
    if search == "models":
        return [model["name"] for model in answer.get("registered_models", [])]
    if search == "versions":
        return [f"{each['name']}/{each['version']}" for each in answer.get("model_versions", [])]
    return sorted("/".join(map(str, each.values())) for each in answer.get("dataset_summaries", []))


def ask(url, search, request):
    prefix = "ajax-api" if search == "datasets" else "api"
    path = f"{url}/{prefix}/2.0/mlflow/{PATHS[search]}"
    if search in ("models", "versions"):
        call = urllib.request.Request(path + "?" + urllib.parse.urlencode(request, doseq=True))
    else:
        body = json.dumps(request).encode()
        call = urllib.request.Request(path, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(call) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        text = error.read()
        try:
            told = json.loads(text)
            return {"error": told["error_code"], "message": in_order(told["message"])}
        except ValueError:
            return {"error": str(error.code), "message": "?"}
    result = {"found": found(search, answer)}
    if "next_page_token" in answer:
        result["next"] = answer["next_page_token"]
    return result


def main():
    if sys.argv[1] == "make":
        make(sys.argv[2])
        return
    with open(sys.argv[3], "w") as out:
        for line in (HERE / "requests.jsonl").read_text().splitlines():
            asked = json.loads(line)
            answer = ask(sys.argv[2], asked["search"], asked["request"])
            out.write(json.dumps({**asked, **answer}) + "\n")


main()
