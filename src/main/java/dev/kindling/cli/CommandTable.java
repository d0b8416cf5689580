package dev.kindling.cli;

import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.doctor.DoctorCommand;
import dev.kindling.cli.watch.WatchCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands there are. A command is made only when it is asked for, because looking into all of
 * them would cost every start.
 */
final class CommandTable {

  /**
   * A command.
   *
   * @param name what is typed
   * @param arguments what may follow, for the overview
   * @param summary what it does, as an imperative
   */
  record Entry(String name, String arguments, String summary) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("list", "[--json]", "Show all labs and how far you are."),
          new Entry("start", "LAB", "Put a lab's starter into work/."),
          new Entry("watch", "LAB", "Judge your answer after every save."),
          new Entry("grade", "LAB... | --all", "Judge your answer once."),
          new Entry("run", "LAB [TASK]", "Show what your tasks return."),
          new Entry("hint", "LAB [TASK]", "Give the next hint."),
          new Entry("reset", "LAB", "Begin a lab again; your file is kept."),
          new Entry("diff", "LAB", "Compare your answer with the solution."),
          new Entry("solution", "LAB", "Show the solution of a lab you passed."),
          new Entry("doctor", "", "Check that this machine has what is needed."),
          new Entry("status", "[--json]", "Show the workbench and its worker."),
          new Entry("stop", "", "End the workbench."),
          new Entry("mlflow", "", "Run the tracking server alone, with its page."),
          new Entry("verify", "[LAB...]", "Check the promises of labs; for authors."),
          new Entry("bench", "", "Measure how fast Kindling is on this machine."));

  /** What the launcher calls; no help lists it. */
  private static final Entry PREPARE = new Entry("prepare", "", "Make later starts fast.");

  List<Entry> entries() {
    return ENTRIES;
  }

  /** The command of that name, listed or not. */
  Entry entry(String name) {
    if (name.equals(PREPARE.name())) {
      return PREPARE;
    }
    for (Entry entry : ENTRIES) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    throw new IllegalStateException("The command '" + name + "' is not in the table.");
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      names.add(entry.name());
    }
    return names;
  }

  /** A fresh command, or null when none has that name. */
  LabCommand create(String name) {
    return switch (name) {
      case "list" -> new ListCommand();
      case "start" -> new StartCommand();
      case "watch" -> new WatchCommand();
      case "grade" -> new GradeCommand();
      case "run" -> new RunCommand();
      case "hint" -> new HintCommand();
      case "reset" -> new ResetCommand();
      case "diff" -> new DiffCommand();
      case "solution" -> new SolutionCommand();
      case "doctor" -> new DoctorCommand();
      case "status" -> new StatusCommand();
      case "stop" -> new StopCommand();
      case "prepare" -> new PrepareCommand();
      case "mlflow" -> new MlflowCommand();
      case "verify" -> new VerifyCommand();
      case "bench" -> new BenchCommand();
      default -> null;
    };
  }
}
