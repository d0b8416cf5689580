package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.result.AnswerHash;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.LabResult;
import dev.kindling.result.ProcessFigures;
import dev.kindling.workbench.WorkbenchStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The main screens, each as something to do with the command. */
final class Scenes {

  private Scenes() {}

  static Map<String, Consumer<CommandRun>> all() {
    Map<String, Consumer<CommandRun>> scenes = new LinkedHashMap<>();
    scenes.put("home-new", run -> run.run());
    scenes.put("home-back", run -> back(run).run());
    scenes.put("help", run -> run.run("--help"));
    scenes.put("help-grade", run -> run.run("grade", "--help"));
    scenes.put("list", run -> back(run).run("list"));
    scenes.put("start", run -> run.run("start", "imputation"));
    scenes.put("hint", run -> run.run("hint", "imputation", "3"));
    scenes.put("grade-mixed", run -> grade(run, Results.mixed()));
    scenes.put("grade-troubled", run -> grade(run, Results.troubled()));
    scenes.put("grade-broken", run -> grade(run, Results.broken()));
    scenes.put("grade-passed", run -> grade(run, Results.passed()));
    scenes.put("grade-not-started", run -> run.run("grade", "imputation"));
    scenes.put("grade-two", run -> run.run("grade", "frames", "udf"));
    scenes.put("run", Scenes::shown);
    scenes.put("diff", run -> started(run).run("diff", "imputation", "--reveal"));
    scenes.put("status", Scenes::status);
    scenes.put("status-busy", Scenes::statusOfBusyWorker);
    scenes.put("watch", Scenes::watch);
    return scenes;
  }

  private static CommandRun started(CommandRun run) {
    run.run("start", "imputation");
    return run;
  }

  private static CommandRun back(CommandRun run) {
    run.run("start", "frames");
    run.run("start", "udf");
    started(run);
    String frames;
    try {
      frames = AnswerHash.of(run.engine.catalogue().find("frames").folder().answer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run.engine.progress().judged(Results.passed("day1/frames"), frames);
    run.engine.progress().judged(Results.passed("day4/udf"), "another hash");
    run.engine.progress().judged(Results.mixed(), "any hash");
    return run;
  }

  private static void grade(CommandRun run, LabResult result) {
    started(run).engine.service.events.addAll(Results.events(result));
    run.run("grade", "imputation");
  }

  private static void shown(CommandRun run) {
    started(run).engine.service.shown = Results.shown();
    run.run("run", "imputation");
  }

  private static void status(CommandRun run) {
    status(run, new ProcessFigures(4712, 700, 1300L << 20, 512L << 20, 120, 410), "idle");
  }

  private static void statusOfBusyWorker(CommandRun run) {
    status(run, new ProcessFigures(4712, -1, -1, -1, -1, -1), "judging day2/imputation");
  }

  private static void status(CommandRun run, ProcessFigures worker, String doing) {
    run.engine.status =
        new WorkbenchStatus(
            "0.1.0",
            40123,
            new ProcessFigures(4711, 754, 190L << 20, 40L << 20, 31, 44),
            worker,
            doing,
            30,
            "http://127.0.0.1:40987");
    run.run("status");
  }

  private static void watch(CommandRun run) {
    List<GradeEvent> events = new ArrayList<>(Results.events(Results.mixed()));
    events.add(new GradeEvent.Saved(Results.LAB, "work/day2/imputation/Imputation.java", 3));
    events.addAll(Results.events(Results.passed()));
    run.engine.service.events.addAll(events);
    run.engine.service.endOfWatch = new CommandFailure(ExitCode.INTERRUPTED, "The scene ends.");
    run.run("watch", "imputation");
  }
}
