package dev.kindling.check.sample;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Check;

/** Run by {@code CheckExtensionTest} through JUnit's launcher, never by the build itself. */
final class MalformedChecks {

  @Check(
      task = 1,
      points = 50,
      cases = {"one", "two"})
  void isNotToldWhich(CountLab lab) {
    expect(lab.count(null)).toBe(0);
  }

  @Check(task = 1, points = 50)
  void hasNoCases(CountLab lab, String testCase) {
    expect(lab.count(null)).as(testCase).toBe(0);
  }
}
