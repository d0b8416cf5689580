package dev.kindling.cli.command;

/** A sub-command, after its options were parsed into it. */
public interface LabCommand {

  /** Does it, and says how it went. */
  ExitCode run(Context context) throws Exception;
}
