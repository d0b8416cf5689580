package dev.kindling.cli.watch;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.LabFiles;
import dev.kindling.cli.command.SolutionRule;
import dev.kindling.cli.course.HintLadder;
import dev.kindling.cli.course.LabNames;
import dev.kindling.cli.course.Standing;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.HintView;
import dev.kindling.cli.screen.LabListView;
import dev.kindling.cli.screen.Look;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.ShownTask;
import dev.kindling.workbench.RunFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/** What the single keys of {@code watch} do. */
public final class WatchKeys {

  /** The key that ends the watch. */
  static final char QUIT = 'q';

  private static final List<String> KEYS =
      List.of(
          "n  next lab",
          "h  a hint for the task at hand",
          "r  run the task at hand and show what it returns",
          "d  compare your answer with the solution",
          "s  show the solution",
          "l  list the labs",
          "q  quit");

  private final Context context;
  private final Connection connection;
  private final BlockingQueue<Signal> signals;

  WatchKeys(Context context, Connection connection, BlockingQueue<Signal> signals) {
    this.context = context;
    this.connection = connection;
    this.signals = signals;
  }

  /** The keys on one line. */
  static String footer(Look look) {
    return look.width() < 66
        ? "n h r d s l q, ? for help"
        : "n next  h hint  r run  d diff  s solution  l list  q quit  ? keys";
  }

  /**
   * Does what a key asks for.
   *
   * @return the lab to watch instead, if the key changes it
   */
  Optional<LabEntry> pressed(char key, Watched watched) throws IOException {
    LabEntry lab = watched.lab();
    switch (Character.toLowerCase(key)) {
      case 'n' -> {
        Optional<Standing> next = context.nextLab().after(lab.id().toString());
        if (next.isEmpty()) {
          console().text("There is no other lab that you have not passed.");
        }
        return next.map(Standing::lab);
      }
      case 'h' -> hint(watched);
      case 'r' -> run(watched);
      case 'd' -> guarded(lab, () -> new LabFiles(context).towardsSolution(lab));
      case 's' -> guarded(lab, () -> new LabFiles(context).solution(lab));
      case 'l' ->
          console()
              .lines(
                  new LabListView(context.look(), new LabNames(context.engine().catalogue()))
                      .lines(context.standings().all()));
      case '?' -> console().lines(KEYS);
      default -> {
        // Any other key is a slip, or Enter to make room.
        if (key == '\r' || key == '\n') {
          console().blank();
        }
      }
    }
    return Optional.empty();
  }

  /** Lines that take reading files. */
  @FunctionalInterface
  private interface Pages {
    List<String> lines() throws IOException;
  }

  private void guarded(LabEntry lab, Pages pages) throws IOException {
    SolutionRule rule = new SolutionRule(context);
    if (rule.open(lab, false)) {
      console().lines(pages.lines());
    } else {
      console().text(rule.refusal(lab));
    }
  }

  private void hint(Watched watched) {
    Optional<TaskInfo> task = watched.taskAtHand();
    if (task.isEmpty()) {
      console().text("Every task passed; there is nothing to hint at.");
      return;
    }
    new HintLadder(context.engine().progress(), watched.lab())
        .next(task.get())
        .ifPresentOrElse(
            hint -> console().lines(new HintView(context.look()).lines(hint)),
            () -> console().text("Task " + task.get().number() + " has no hints."));
  }

  private void run(Watched watched) {
    List<TaskInfo> tasks = watched.lab().info().tasks();
    TaskInfo task = watched.taskAtHand().orElse(tasks.get(tasks.size() - 1));
    boolean example =
        watched.lab().info().examples().stream().anyMatch(one -> one.task() == task.number());
    if (!example) {
      console().text("Task " + task.number() + " has nothing to show.");
      return;
    }
    console().working("running task " + task.number());
    Thread thread = new Thread(() -> show(watched.lab(), task.number()), "show");
    thread.setDaemon(true);
    thread.start();
  }

  private void show(LabEntry lab, int task) {
    try {
      ShownTask shown =
          connection.service().show(GradeRequest.showing(lab.id().toString(), task), event -> {});
      signals.add(new Signal.Showed(shown));
    } catch (RunFailedException failed) {
      signals.add(new Signal.Failed(CommandFailure.of(failed.fault()), false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The watch itself finds out whether the service is gone.
      signals.add(new Signal.Failed(e, false));
    }
  }

  private Console console() {
    return context.console();
  }
}
