package dev.kindling.check;

import java.util.ServiceLoader;

/**
 * Makes the context of checks that were started by nobody who has one, as in an IDE. A service, so
 * that checks need not know what such a context takes.
 */
public interface CheckContextSource {

  /** A context for the checks of this process; what it starts ends with the process. */
  CheckContext start();

  /**
   * The context of the first source on the class path.
   *
   * @throws IllegalStateException if there is none
   */
  static CheckContext startFirst() {
    return ServiceLoader.load(CheckContextSource.class, CheckContextSource.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nobody has prepared these checks, and nothing on the class path can: run './lab grade', or build the checkout anew."))
        .start();
  }
}
