package day2.registry;

/**
 * One line of an activity log: a version went from one stage to another.
 *
 * @param version its number
 * @param from the stage that it was in, such as {@code None}
 * @param to the stage that it is in now, such as {@code Staging}
 */
public record Move(String version, String from, String to) {

  @Override
  public String toString() {
    return "version %s: %s -> %s".formatted(version, from, to);
  }
}
