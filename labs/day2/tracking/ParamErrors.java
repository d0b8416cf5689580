package day2.tracking;

import dev.kindling.check.KnownErrors;

/** What a server says to those who change a param. */
final class ParamErrors {

  static final KnownErrors ALL =
      KnownErrors.none()
          .diagnose(
              "param-overwritten",
              error -> error.says("Changing param values is not allowed"),
              error ->
                  "The server refuses to change the param %sof a run: what was tried is told once and stands for ever. Another value is another attempt, so make a run of its own for it."
                      .formatted(
                          error
                              .group("(?:with key='|'key': ')([^']*)'")
                              .map(key -> "`" + key + "` ")
                              .orElse("")));

  private ParamErrors() {}
}
