package dev.kindling.cli.screen;

/** What a group of labs is called. */
final class DayName {

  private DayName() {}

  static String of(int day) {
    return day == 0 ? "Projects" : "Day " + day;
  }
}
