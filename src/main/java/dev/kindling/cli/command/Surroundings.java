package dev.kindling.cli.command;

import dev.kindling.cli.screen.Screen;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command runs.
 *
 * @param environment the environment variables
 * @param terminalOut whether the output is a terminal
 * @param terminalIn whether keys can be read
 * @param charset what the output's bytes mean
 * @param directory where the user is
 * @param root the checkout, if the launcher said so
 * @param command how the user calls the command, for what is printed to be typed
 */
public record Surroundings(
    Map<String, String> environment,
    boolean terminalOut,
    boolean terminalIn,
    Charset charset,
    Path directory,
    Optional<Path> root,
    String command) {

  /**
   * The surroundings of this process. The launcher knows best and may set {@code kindling.root},
   * {@code kindling.directory}, {@code kindling.tty} (the output is a terminal), {@code
   * kindling.stdin.tty} and {@code kindling.command}.
   */
  public static Surroundings ofProcess(Map<String, String> environment) {
    String root = System.getProperty("kindling.root");
    String directory = System.getProperty("kindling.directory", System.getProperty("user.dir"));
    boolean console = console();
    return new Surroundings(
        environment,
        hint("kindling.tty", console),
        hint("kindling.stdin.tty", console),
        charset(environment),
        Path.of(directory).toAbsolutePath().normalize(),
        Optional.ofNullable(root).map(path -> Path.of(path).toAbsolutePath().normalize()),
        System.getProperty("kindling.command", windows() ? ".\\lab" : "./lab"));
  }

  /** What the output can do. */
  public Screen screen() {
    return Screen.of(environment, terminalOut, charset);
  }

  /**
   * What the terminal's bytes mean: Java 17 does not tell, and its default for files is another
   * matter.
   */
  static Charset charset(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "").toUpperCase(Locale.ROOT);
      if (!locale.isEmpty()) {
        boolean utf8 = locale.contains("UTF-8") || locale.contains("UTF8");
        return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
      }
    }
    String os = System.getProperty("os.name", "");
    if (os.startsWith("Mac")) {
      return StandardCharsets.UTF_8;
    }
    String told = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    if (told == null || !Charset.isSupported(told)) {
      return StandardCharsets.US_ASCII;
    }
    return Charset.forName(told);
  }

  private static boolean hint(String property, boolean otherwise) {
    String said = System.getProperty(property);
    return said == null ? otherwise : Boolean.parseBoolean(said);
  }

  /** From Java 22 on there is a console even without a terminal, and it has to be asked. */
  private static boolean console() {
    java.io.Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static boolean windows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}
