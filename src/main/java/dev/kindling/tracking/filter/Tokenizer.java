package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a filter or an order into tokens that together are the whole text. */
final class Tokenizer {

  private static final String COMPARING = "<>=~!";
  private static final String COMPUTING = "+/@#%^&|-*";

  private final String text;
  private final NumberScanner numbers;
  private final List<Token> tokens = new ArrayList<>();
  private final int lastCommentEnd;
  private final int lastBracket;
  private int at;

  private Tokenizer(String text) {
    this.text = text;
    this.numbers = new NumberScanner(text);
    this.lastCommentEnd = text.lastIndexOf("*/");
    this.lastBracket = text.lastIndexOf(']');
  }

  static List<Token> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (isSpace(c)) {
      add(TokenKind.SPACE, span(Tokenizer::isSpace));
    } else if (text.startsWith("--", at) || text.startsWith("# ", at)) {
      add(TokenKind.COMMENT, lineEnd());
    } else if (text.startsWith("/*", at) && lastCommentEnd >= at + 2) {
      add(TokenKind.COMMENT, text.indexOf("*/", at + 2) + 2);
    } else if (text.startsWith("::", at)) {
      add(TokenKind.CAST, at + 2);
    } else if (c == '`' || c == '"') {
      quoted(c, TokenKind.NAME);
    } else if (c == '\'') {
      quoted(c, TokenKind.TEXT);
    } else if (isPlaceholder(c)) {
      add(TokenKind.PLACEHOLDER, span(at + 1, Tokenizer::isWord));
    } else if (!number()) {
      if (isWord(c)) {
        word();
      } else {
        sign(c);
      }
    }
  }

  private boolean isPlaceholder(char c) {
    if (c == '?') {
      return true;
    }
    return (c == '$' || c == ':')
        && !(at > 0 && isWord(text.charAt(at - 1)))
        && at + 1 < text.length()
        && isWord(text.charAt(at + 1));
  }

  /** A number; a word that starts with digits is none. */
  private boolean number() {
    char c = text.charAt(at);
    if (c != '-' && c != '.' && !Character.isDigit(c)) {
      return false;
    }
    int end = numbers.hexadecimal(at);
    if (end >= 0) {
      add(TokenKind.OTHER, end);
      return true;
    }
    end = numbers.decimal(at);
    if (end >= 0) {
      add(TokenKind.DECIMAL, end);
      return true;
    }
    end = numbers.integer(at);
    if (end >= 0) {
      add(TokenKind.INTEGER, end);
    }
    return end >= 0;
  }

  private void quoted(char quote, TokenKind kind) {
    int end = QuoteScanner.end(text, at, quote);
    if (end < 0) {
      add(TokenKind.OTHER, at + 1);
    } else {
      add(kind, end);
    }
  }

  private void word() {
    int end = span(Tokenizer::isWordOrSign);
    String word = text.substring(at, end);
    boolean afterDot = at > 0 && text.charAt(at - 1) == '.' && Character.isLetter(word.charAt(0));
    if (Keywords.isAlways(word)) {
      add(TokenKind.KEYWORD, end);
    } else if (afterDot || isNameBefore(end)) {
      add(TokenKind.NAME, end);
    } else if (Keywords.orderEnd(text, at) >= 0) {
      add(TokenKind.ORDER, Keywords.orderEnd(text, at));
    } else if (Keywords.phraseEnd(text, at) >= 0) {
      add(TokenKind.KEYWORD, Keywords.phraseEnd(text, at));
    } else if (Keywords.comparatorEnd(text, at) >= 0) {
      add(TokenKind.COMPARATOR, Keywords.comparatorEnd(text, at));
    } else {
      add(Keywords.isReserved(word) ? TokenKind.KEYWORD : TokenKind.NAME, end);
    }
  }

  /** Whether what follows a word makes it a name: a dot, or the bracket of a function. */
  private boolean isNameBefore(int end) {
    int next = span(end, Tokenizer::isSpace);
    if (next < text.length() && text.charAt(next) == '.') {
      return next + 1 >= text.length() || !Character.isDigit(text.charAt(next + 1));
    }
    return end < text.length() && text.charAt(end) == '(';
  }

  private void sign(char c) {
    switch (c) {
      case '.' -> add(TokenKind.DOT, at + 1);
      case ',' -> add(TokenKind.COMMA, at + 1);
      case '(' -> add(TokenKind.OPEN, at + 1);
      case ')' -> add(TokenKind.CLOSE, at + 1);
      case ';' -> add(TokenKind.SEMICOLON, at + 1);
      case '[' -> bracket();
      case '\\' -> add(TokenKind.OTHER, span(at + 1, Tokenizer::isWord));
      default -> {
        if (COMPARING.indexOf(c) >= 0) {
          add(TokenKind.COMPARATOR, span(each -> COMPARING.indexOf(each) >= 0));
        } else if (c == '*') {
          add(TokenKind.OPERATOR, at + 1);
        } else if (COMPUTING.indexOf(c) >= 0) {
          add(TokenKind.OPERATOR, span(each -> each != '*' && COMPUTING.indexOf(each) >= 0));
        } else {
          add(TokenKind.OTHER, text.offsetByCodePoints(at, 1));
        }
      }
    }
  }

  private void bracket() {
    int close = lastBracket < at ? -1 : text.indexOf(']', at);
    add(close > at + 1 ? TokenKind.NAME : TokenKind.OTHER, close > at + 1 ? close + 1 : at + 1);
  }

  private void add(TokenKind kind, int end) {
    tokens.add(new Token(kind, at, end, text.substring(at, end)));
    at = end;
  }

  private int lineEnd() {
    return span(each -> each != '\n' && each != '\r');
  }

  private int span(Test test) {
    return span(at, test);
  }

  private int span(int from, Test test) {
    int end = from;
    while (end < text.length() && test.holds(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isWordOrSign(char c) {
    return isWord(c) || c == '$' || c == '#';
  }

  private interface Test {
    boolean holds(char c);
  }
}
