package dev.kindling.run.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** What the workbench asks of the worker. Each but {@link Cancel} gets exactly one reply. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerRequest.Open.class, name = "open"),
  @JsonSubTypes.Type(value = WorkerRequest.Judge.class, name = "judge"),
  @JsonSubTypes.Type(value = WorkerRequest.Show.class, name = "show"),
  @JsonSubTypes.Type(value = WorkerRequest.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = WorkerRequest.Figures.class, name = "figures"),
  @JsonSubTypes.Type(value = WorkerRequest.Close.class, name = "close")
})
public sealed interface WorkerRequest {

  /**
   * Gives an answer a fresh session and a fresh class loader, in place of the former one.
   *
   * @param labClasses the folder of the lab's classes
   * @param answerClasses the folder of the answer's classes
   * @param answerClass the class to judge
   * @param contract the lab's interface
   * @param checks the class of the checks
   * @param examples the class of the examples
   * @param packageName the package of the lab
   * @param methodLines the first line of each of the answer's methods
   * @param files the shown path of each of the answer's sources, by simple name
   * @param seed the seed of the data
   * @param tracking where the lab's tracking server is, or null when it uses none
   */
  record Open(
      String labClasses,
      String answerClasses,
      String answerClass,
      String contract,
      String checks,
      String examples,
      String packageName,
      Map<String, Integer> methodLines,
      Map<String, String> files,
      long seed,
      String tracking)
      implements WorkerRequest {

    public Open {
      methodLines = Map.copyOf(methodLines);
      files = Map.copyOf(files);
    }
  }

  /**
   * Runs one check.
   *
   * @param check the method of the checks class
   * @param points what it is worth
   * @param method the contract's method that it judges
   * @param seconds the time limit
   */
  record Judge(String check, double points, String method, int seconds) implements WorkerRequest {}

  /**
   * Runs one example and shows what it returns.
   *
   * @param example the method of the examples class
   * @param task the task it shows
   * @param method the contract's method that it calls
   * @param seconds the time limit
   */
  record Show(String example, int task, String method, int seconds) implements WorkerRequest {}

  /** Ends the check or example that runs now, if any; it then replies at once. */
  record Cancel() implements WorkerRequest {}

  /** Asks how the worker is; answered at once, whatever runs. */
  record Figures() implements WorkerRequest {}

  /** Lets go of the answer and all it left behind. */
  record Close() implements WorkerRequest {}
}
