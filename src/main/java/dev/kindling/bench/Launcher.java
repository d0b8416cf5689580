package dev.kindling.bench;

import dev.kindling.workbench.ClassArchive;
import dev.kindling.workbench.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as its script starts it, for any checkout. */
final class Launcher {

  private Launcher() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> command(Home home, String... words) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(ClassArchive.flags(home, "tool"));
    command.add("-Dkindling.root=" + home.root());
    command.add("-cp");
    command.add(Stopwatch.pathSeparated(Home.toolClassPath()));
    command.add("dev.kindling.cli.Main");
    command.addAll(List.of(words));
    return command;
  }
}
