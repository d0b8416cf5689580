package dev.kindling.run;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a class of checks the plain way, as an IDE would: what a bench compares with. Argument: the
 * class of the checks; exit code 1 unless every check ran and passed.
 */
public final class PlainChecks {

  private PlainChecks() {}

  public static void main(String[] args) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(args[0]))
                .build(),
            summary);
    summary
        .getSummary()
        .printFailuresTo(new PrintWriter(System.err, true, Charset.defaultCharset()));
    boolean passed =
        summary.getSummary().getTestsSucceededCount() > 0
            && summary.getSummary().getTotalFailureCount() == 0;
    System.exit(passed ? 0 : 1);
  }
}
