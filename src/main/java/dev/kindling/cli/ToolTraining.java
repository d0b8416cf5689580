package dev.kindling.cli;

import dev.kindling.workbench.WorkbenchTraining;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Uses what the command and the workbench use, once, so that the archive of loaded classes knows
 * it. Run by {@code prepare} in a JVM of its own; argument: the checkout.
 */
public final class ToolTraining {

  private ToolTraining() {}

  public static void main(String[] args) throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    for (String[] words :
        new String[][] {
          {}, {"list"}, {"list", "--json"}, {"status"}, {"grade", "--help"}, {"hint", "nothing"}
        }) {
      Main.run(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), words);
    }
    WorkbenchTraining.run(Path.of(args[0]));
  }
}
