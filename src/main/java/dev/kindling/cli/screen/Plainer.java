package dev.kindling.cli.screen;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Says in ASCII what the output's charset cannot say, instead of printing question marks. */
final class Plainer {

  private final CharsetEncoder encoder;

  Plainer(Charset charset) {
    encoder = charset.newEncoder();
  }

  String text(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(encoder.canEncode(c) ? String.valueOf(c) : plain(c));
    }
    return plain.toString();
  }

  private static String plain(char c) {
    return switch (c) {
      case '…' -> "...";
      case '–', '—', '−', '─', '‐', '‑' -> "-";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      case '→' -> "->";
      case '←' -> "<-";
      case '×' -> "x";
      case '·', '•' -> "*";
      case '≤' -> "<=";
      case '≥' -> ">=";
      case '≠' -> "!=";
      case '±' -> "+-";
      case '│' -> "|";
      default -> "?";
    };
  }
}
