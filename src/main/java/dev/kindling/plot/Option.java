package dev.kindling.plot;

/** What can be set on some charts and not on others. */
enum Option {
  BINS("bins"),
  LOG("a log scale"),
  COLOR("a color"),
  SAMPLE("a sample");

  private final String words;

  Option(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
