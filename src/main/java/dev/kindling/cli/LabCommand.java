package dev.kindling.cli;

/** A sub-command, after its options were parsed into it. */
interface LabCommand {

  /** Does it, and says how it went. */
  ExitCode run(Context context) throws Exception;
}
