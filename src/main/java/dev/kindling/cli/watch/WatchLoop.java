package dev.kindling.cli.watch;

import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.Keys;
import dev.kindling.cli.command.NextStep;
import dev.kindling.cli.command.RunReport;
import dev.kindling.cli.command.ShownPages;
import dev.kindling.cli.command.TaskChoice;
import dev.kindling.cli.course.WorkingCopy;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.ShownTaskView;
import dev.kindling.cli.screen.Wrap;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.GradeEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The loop of {@code watch}: takes one signal after the other, so that nothing needs a lock. */
public final class WatchLoop {

  private final Context context;
  private final Connection connection;
  private final Optional<Keys> keys;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final RestartLimit limit = new RestartLimit(System::currentTimeMillis);
  private final WatchKeys actions;
  private Watched watched;
  private WatchPump pump;
  private RunReport report;

  WatchLoop(Context context, Connection connection, Optional<Keys> keys) {
    this.context = context;
    this.connection = connection;
    this.keys = keys;
    actions = new WatchKeys(context, connection, signals);
  }

  /** Watches until the user quits. */
  ExitCode run(LabEntry first) throws InterruptedException, IOException {
    begin(first);
    keys.ifPresent(open -> new KeyReader(open, signals).start());
    try {
      while (true) {
        Signal signal = signals.take();
        if (signal instanceof Signal.Happened happened) {
          happened(happened.event());
        } else if (signal instanceof Signal.Key key) {
          if (Character.toLowerCase(key.key()) == WatchKeys.QUIT) {
            return ExitCode.PASSED;
          }
          pressed(key.key());
        } else if (signal instanceof Signal.Showed showed) {
          String title = TaskChoice.of(watched.lab(), showed.task().task()).title();
          console().working("");
          console()
              .lines(
                  new ShownTaskView(context.look(), context.paths()).lines(showed.task(), title));
          new ShownPages(context).write(watched.lab().id(), showed.task(), title);
        } else if (signal instanceof Signal.Lost) {
          console().working("");
          console().text("The workbench went away; starting it again. Nothing you did is lost.");
          report = new RunReport(context);
        } else if (signal instanceof Signal.Failed failed) {
          failed(failed);
        }
      }
    } finally {
      pump.stop();
    }
  }

  private void begin(LabEntry lab) throws IOException {
    boolean copied = new WorkingCopy(lab.folder()).start();
    watched = new Watched(lab, context.engine().progress().of(lab.id().toString()));
    report = new RunReport(context);
    for (String line :
        Wrap.lines("Watching '" + lab.info().title() + "'", context.look().width())) {
      console().line(context.look().style().bold(line));
    }
    console().line("Lesson  " + context.paths().of(lab.folder().lesson()));
    console().line("File    " + context.paths().of(lab.folder().answer()));
    if (copied) {
      console().text("The starter is in place: open the file and save it when you like.");
    }
    console().blank();
    if (keys.isPresent()) {
      console().footer(WatchKeys.footer(context.look()));
    }
    pump = new WatchPump(connection, lab.id().toString(), signals, limit);
    pump.start();
  }

  private void happened(GradeEvent event) {
    if (event instanceof GradeEvent.Saved saved) {
      watched.saved(saved.task());
      report = new RunReport(context);
      console().blank();
      String task = saved.task() == 0 ? "" : ", task " + saved.task() + " first";
      console()
          .text(
              context.look().glyphs().rule().repeat(2)
                  + " saved "
                  + context.paths().location(saved.file())
                  + task);
      return;
    }
    report.accept(event);
    if (event instanceof GradeEvent.Finished finished) {
      boolean first = watched.finished(finished.result());
      console().lines(new NextStep(context).after(watched.lab(), finished.result(), first));
      report = new RunReport(context);
    } else if (event instanceof GradeEvent.Fault fault) {
      console().text(fault.message());
      if (fault.ours()) {
        console().text("That is our fault, not yours; the log is in " + context.engine().logs());
      }
      report = new RunReport(context);
    }
  }

  private void pressed(char key) throws InterruptedException, IOException {
    Optional<LabEntry> other = actions.pressed(key, watched);
    if (other.isPresent()) {
      pump.stop();
      console().working("");
      console().blank();
      begin(other.get());
    }
  }

  private void failed(Signal.Failed failed) {
    console().working("");
    if (!failed.fatal()) {
      console().text(failed.problem().getMessage());
    } else if (failed.problem() instanceof RuntimeException problem) {
      throw problem;
    } else {
      throw new IllegalStateException(failed.problem());
    }
  }

  private Console console() {
    return context.console();
  }
}
