package dev.kindling.compile;

/** The Java that runs is a JRE: it has no compiler. */
public final class NoCompilerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoCompilerException() {
    super(
        "The Java at '%s' has no compiler: install a JDK 17 or newer and point JAVA_HOME at it."
            .formatted(System.getProperty("java.home")));
  }
}
