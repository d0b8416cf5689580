package dev.kindling.cli.doctor;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.Engine;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.screen.Finding;
import dev.kindling.cli.screen.FindingView;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code lab doctor}: looks for what is missing on this machine. */
@Command(name = "doctor", description = "Exits with 3 when something that is needed is missing.")
public final class DoctorCommand implements LabCommand {

  @Override
  public ExitCode run(Context context) {
    List<Finding> findings = new ArrayList<>(new MachineCheckup(context.surroundings()).findings());
    Engine engine = null;
    try {
      engine = context.engine();
    } catch (CommandFailure noCheckout) {
      findings.add(
          Finding.problem("checkout", noCheckout.getMessage(), "Run the command from a checkout."));
    }
    if (engine != null) {
      findings.addAll(new CheckoutCheckup(engine, context.surroundings().command()).findings());
    }
    FindingView view = new FindingView(context.look());
    boolean problem = false;
    for (Finding finding : findings) {
      context.console().lines(view.lines(finding));
      problem |= finding.level() == Finding.Level.PROBLEM;
    }
    context.console().blank();
    context
        .console()
        .text(
            problem
                ? "Something that is needed is missing: see the lines marked with "
                    + context.look().glyphs().fail()
                    + "."
                : "This machine has what Kindling needs.");
    return problem ? ExitCode.ENVIRONMENT : ExitCode.PASSED;
  }
}
