package dev.kindling.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the progress file: a judged answer, or a hint that was shown; what does not apply is
 * null. Read token by token, because every command reads progress, and binding by reflection would
 * cost each of them a tenth of a second.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressLine(
    String lab,
    @Nullable String at,
    @Nullable Set<Integer> passedTasks,
    @Nullable Double score,
    @Nullable Double max,
    @Nullable Boolean passed,
    @Nullable Boolean everPassed,
    @Nullable String answerHash,
    @Nullable Integer hintTask,
    @Nullable Integer hintRung) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a line.
   *
   * @throws IOException when it is not a whole line of the progress file
   */
  static ProgressLine read(String text) throws IOException {
    String lab = null;
    String at = null;
    Set<Integer> passedTasks = null;
    Double score = null;
    Double max = null;
    Boolean passed = null;
    Boolean everPassed = null;
    String answerHash = null;
    Integer hintTask = null;
    Integer hintRung = null;
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "A line of progress is an object.");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
          continue;
        }
        switch (name) {
          case "lab" -> lab = text(parser);
          case "at" -> at = text(parser);
          case "passedTasks" -> passedTasks = numbers(parser);
          case "score" -> score = parser.getDoubleValue();
          case "max" -> max = parser.getDoubleValue();
          case "passed" -> passed = parser.getBooleanValue();
          case "everPassed" -> everPassed = parser.getBooleanValue();
          case "answerHash" -> answerHash = text(parser);
          case "hintTask" -> hintTask = parser.getIntValue();
          case "hintRung" -> hintRung = parser.getIntValue();
          default -> throw new JsonParseException(parser, "'" + name + "' is unknown.");
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT) {
        throw new JsonParseException(parser, "The line is torn.");
      }
    }
    if (lab == null) {
      throw new IOException("A line of progress names its lab.");
    }
    return new ProgressLine(
        lab, at, passedTasks, score, max, passed, everPassed, answerHash, hintTask, hintRung);
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new JsonParseException(parser, "A text is expected.");
    }
    return parser.getText();
  }

  private static Set<Integer> numbers(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new JsonParseException(parser, "The tasks that passed are a list.");
    }
    Set<Integer> numbers = new HashSet<>();
    while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      numbers.add(parser.getIntValue());
    }
    return numbers;
  }
}
