package dev.kindling.cli.doctor;

import dev.kindling.cli.command.Engine;
import dev.kindling.cli.screen.CleanText;
import dev.kindling.cli.screen.Figures;
import dev.kindling.cli.screen.Finding;
import dev.kindling.result.Problem;
import dev.kindling.workbench.WorkbenchStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code doctor} looks at in a checkout: room, rights, what was built, what runs. */
public final class CheckoutCheckup {

  private static final long MEGABYTE = 1L << 20;
  private static final List<String> NEEDED =
      List.of("spark-mllib_", "spark-sql_", "delta-spark_", "scala-library-");

  private final Engine engine;
  private final String command;

  /**
   * @param engine the checkout's
   * @param command how the user calls us
   */
  CheckoutCheckup(Engine engine, String command) {
    this.engine = engine;
    this.command = command;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(labs());
    findings.addAll(brokenLabs());
    findings.add(disk());
    findings.add(writing("work", engine.root().resolve("work")));
    findings.add(writing("state", engine.state()));
    findings.add(classPath(engine.root().resolve("target")));
    findings.add(start());
    findings.add(workbench());
    return findings;
  }

  private Finding labs() {
    try {
      int count = engine.catalogue().labs().size();
      return count == 0
          ? Finding.problem(
              "labs", "There is none in '" + engine.root() + "'.", "Get a whole checkout.")
          : Finding.ok("labs", Figures.count(count, "lab") + " in " + engine.root());
    } catch (RuntimeException e) {
      return Finding.problem("labs", "They cannot be read: " + e.getMessage(), "Run 'git status'.");
    }
  }

  private List<Finding> brokenLabs() {
    List<Finding> findings = new ArrayList<>();
    try {
      for (Problem problem : engine.labProblems()) {
        findings.add(Finding.warning("lab", problem.location(), CleanText.line(problem.message())));
      }
    } catch (RuntimeException e) {
      // Said already, of the labs as a whole.
      return findings;
    }
    return findings;
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(engine.root()).getUsableSpace();
      String amount = Figures.bytes(free) + " free";
      String next = "Free some space: Spark and its jars take about 1 GB.";
      if (free < 500 * MEGABYTE) {
        return Finding.problem("disk", amount + " is too little.", next);
      }
      return free < 2048 * MEGABYTE
          ? Finding.warning("disk", amount + " is tight.", next)
          : Finding.ok("disk", amount);
    } catch (IOException e) {
      return Finding.warning("disk", "The free space is unknown: " + e.getMessage() + ".", "");
    }
  }

  private static Finding writing(String name, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".doctor", ".tmp"));
      return Finding.ok(name, "'" + folder + "' can be written");
    } catch (IOException e) {
      return Finding.problem(
          name, "'" + folder + "' cannot be written.", "Give yourself write access to it.");
    }
  }

  private Finding classPath(Path target) {
    Path file = target.resolve("worker.classpath");
    String next = "Delete the folder 'target' and run '" + command + " list': it builds again.";
    try {
      String text = Files.readString(file).strip();
      List<String> jars = List.of(text.split(File.pathSeparator));
      for (String jar : jars) {
        if (!Files.exists(Path.of(jar))) {
          return Finding.problem("jars", "'" + jar + "' is missing.", next);
        }
      }
      for (String needed : NEEDED) {
        if (jars.stream()
            .noneMatch(jar -> Path.of(jar).getFileName().toString().startsWith(needed))) {
          return Finding.problem("jars", "There is no '" + needed + "…' among the jars.", next);
        }
      }
      return Finding.ok("jars", Figures.count(jars.size(), "jar") + ", Spark and Delta among them");
    } catch (IOException e) {
      return Finding.problem("jars", "'" + file + "' is missing: nothing is built yet.", next);
    }
  }

  private Finding start() {
    return engine.startsFast()
        ? Finding.ok("start", "Spark starts fast, from an archive of its classes")
        : Finding.warning(
            "start",
            "Spark starts slowly: the archive of its classes could not be made, or is for other jars.",
            "Run '" + command + " prepare'.");
  }

  private Finding workbench() {
    try {
      Optional<WorkbenchStatus> status = engine.status();
      return status.isEmpty()
          ? Finding.ok("workbench", "none runs; the next command that needs one starts it")
          : Finding.ok(
              "workbench",
              "runs as process "
                  + status.get().workbench().pid()
                  + (status.get().worker() == null ? ", without a worker" : ", with a worker"));
    } catch (RuntimeException e) {
      return Finding.warning(
          "workbench",
          "It does not answer: " + e.getMessage(),
          "Run '" + command + " stop' and try again.");
    }
  }
}
