package dev.kindling.cli.command;

import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class GlobalOptions {

  @Option(
      names = "--no-workbench",
      description = "Judge inside this process; nothing stays running afterwards.")
  boolean noWorkbench;

  @Option(names = "--verbose", description = "Show stack traces of problems.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  public boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the versions.")
  public boolean version;
}
