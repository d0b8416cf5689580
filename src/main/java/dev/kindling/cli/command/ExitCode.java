package dev.kindling.cli.command;

/** What the command's exit status means; scripts may rely on it. */
public enum ExitCode {
  /** Done; of a grade: every task of every lab passed. */
  PASSED(0, "done; every task passed"),
  /** Not every task passed, or what was asked for is not there yet. */
  NOT_PASSED(1, "not every task passed"),
  /** The command line cannot be understood, or names something that does not exist. */
  USAGE(2, "the command line is wrong"),
  /** The machine lacks something: {@code doctor} says what. */
  ENVIRONMENT(3, "this machine lacks something (see doctor)"),
  /** A bug of Kindling, never the learner's doing. */
  FAULT(70, "a bug of ours"),
  /** Ended with Ctrl-C. */
  INTERRUPTED(130, "ended with Ctrl-C"),
  /** Nobody reads the output any more, as in {@code | head}. */
  OUTPUT_CLOSED(141, "the output was closed");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The exit status. */
  public int code() {
    return code;
  }

  /** A few words for {@code --help}. */
  public String meaning() {
    return meaning;
  }
}
