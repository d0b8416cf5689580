package dev.kindling.profile.scan;

import java.io.Serializable;

/** What is kept of a column of texts: lengths, and whether all are dates. */
public final class TextScan implements Serializable {

  private long count;
  private long shortest = Long.MAX_VALUE;
  private long longest;
  private long characters;
  private boolean dates = true;

  void add(String text) {
    int length = text.codePointCount(0, text.length());
    count++;
    characters += length;
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
    dates = dates && DateText.isDate(text);
  }

  void merge(TextScan other) {
    count += other.count;
    characters += other.characters;
    shortest = Math.min(shortest, other.shortest);
    longest = Math.max(longest, other.longest);
    dates = dates && other.dates;
  }

  public long count() {
    return count;
  }

  /** In characters; only when there is a text. */
  public long shortest() {
    return shortest;
  }

  public long longest() {
    return longest;
  }

  /** Of all texts together. */
  public long characters() {
    return characters;
  }

  /** Whether there is a text and every one is a date. */
  public boolean dates() {
    return dates && count > 0;
  }
}
