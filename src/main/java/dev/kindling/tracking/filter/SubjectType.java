package dev.kindling.tracking.filter;

/** What a search can ask about; the text is MLflow's word for it in messages. */
public enum SubjectType {
  METRIC("metric"),
  PARAMETER("parameter"),
  TAG("tag"),
  ATTRIBUTE("attribute"),
  DATASET("dataset");

  private final String word;

  SubjectType(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
