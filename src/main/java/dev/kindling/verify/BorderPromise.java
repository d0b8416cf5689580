package dev.kindling.verify;

import dev.kindling.compile.ContractTypes;
import dev.kindling.compile.LabKit;
import java.util.List;

/**
 * Every type of the contract can be carried to another process: an answer that is assessed runs
 * behind a wall, and only values cross it.
 */
final class BorderPromise implements Promise {

  @Override
  public String text() {
    return "every type of the contract can cross a process border";
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) {
    return ContractTypes.thatCannotCross(kit).stream()
        .map(
            problem ->
                new BrokenPromise(
                    problem,
                    "It cannot be carried to another process: use Dataset<Row>, Spark ML stages and models, numbers, strings, booleans, records, lists and maps of these, or SparkSession."))
        .toList();
  }
}
