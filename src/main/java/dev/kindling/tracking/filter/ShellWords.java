package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a text into words as a shell does: quotes hold a word together and go away. */
final class ShellWords {

  private ShellWords() {}

  /** The words, or null when a quote is not closed. */
  static @Nullable List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = " \t\r\n".indexOf(c) >= 0;
      if (quote == 0 && isSpace) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == '\\' && quote != '\'') {
        if (i + 1 == text.length()) {
          return null;
        }
        i++;
        if (quote == '"' && text.charAt(i) != '"' && text.charAt(i) != '\\') {
          word.append('\\');
        }
        word.append(text.charAt(i));
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      return null;
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
