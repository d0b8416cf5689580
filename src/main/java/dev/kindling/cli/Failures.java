package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.screen.OutputClosedException;
import dev.kindling.lab.UnknownLabException;
import dev.kindling.workbench.ServiceLostException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns what went wrong into one sentence on standard error and an exit code. */
final class Failures {

  private final Context context;
  private final boolean verbose;

  Failures(Context context, boolean verbose) {
    this.context = context;
    this.verbose = verbose;
  }

  ExitCode report(Throwable problem) {
    if (problem instanceof OutputClosedException) {
      return ExitCode.OUTPUT_CLOSED;
    }
    if (problem instanceof InterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    ExitCode code = code(problem);
    say(
        code == ExitCode.FAULT && !(problem instanceof CommandFailure)
            ? fault(problem)
            : sentence(problem));
    if (code == ExitCode.FAULT) {
      String log = new FaultLog(context).write(problem);
      say("The log is " + log + (verbose ? "." : "; run with --verbose to see the trace."));
    } else if (problem instanceof ServiceLostException) {
      say("Its log is in " + context.engine().logs() + ".");
    }
    if (verbose && (code == ExitCode.FAULT || code == ExitCode.ENVIRONMENT)) {
      context.console().noticeAsIs(trace(problem));
    }
    return code;
  }

  static String trace(Throwable problem) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static ExitCode code(Throwable problem) {
    if (problem instanceof CommandFailure failure) {
      return failure.code();
    }
    if (problem instanceof UnknownLabException) {
      return ExitCode.USAGE;
    }
    if (problem instanceof ServiceLostException
        || problem instanceof FileSystemException
        || problem instanceof UncheckedIOException) {
      return ExitCode.ENVIRONMENT;
    }
    return ExitCode.FAULT;
  }

  private static String sentence(Throwable problem) {
    if (problem instanceof AccessDeniedException denied) {
      return "'" + denied.getFile() + "' may not be read or written: check its permissions.";
    }
    if (problem instanceof NoSuchFileException missing) {
      return "'" + missing.getFile() + "' is missing: 'git status' tells whether it was deleted.";
    }
    if (problem instanceof FileSystemException files) {
      return "A file cannot be used: " + files.getMessage() + ".";
    }
    return problem.getMessage();
  }

  private static String fault(Throwable problem) {
    String message = problem.getMessage();
    return "Something went wrong in Kindling itself, not in your code: "
        + problem.getClass().getSimpleName()
        + (message == null ? "." : ", " + message.lines().findFirst().orElse("") + ".");
  }

  private void say(String text) {
    context.console().notice(text);
  }
}
