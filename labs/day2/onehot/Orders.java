package day2.onehot;

import java.util.List;

/** Levels of listings that have an order, as a person knows it: the slowest first. */
final class Orders {

  static final List<String> RESPONSE_TIMES =
      List.of("a few days or more", "within a day", "within a few hours", "within an hour");

  private Orders() {}
}
