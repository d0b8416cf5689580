package dev.kindling.check.sample;

import dev.kindling.check.Example;

final class CountExamples {

  @Example(task = 1)
  long countsTheNumbers(CountLab lab, Numbers numbers) {
    return lab.count(numbers.frame());
  }

  @Example(task = 1)
  long asksForTooMuch(CountLab lab, String text) {
    return lab.count(null) + text.length();
  }

  long isNoExample() {
    return 0;
  }
}
