package dev.kindling.tracking.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Joins the tokens of one operand: the parts of a name, a list in brackets, a call. */
final class UnitReader {

  private final String text;
  private final List<Token> tokens;
  private final int[] closing;
  private int at;

  UnitReader(String text) {
    this.text = text;
    this.tokens =
        Tokenizer.tokens(text).stream().filter(token -> !token.is(TokenKind.SPACE)).toList();
    this.closing = closing(tokens);
  }

  /** The units of the whole text; nothing is compared or computed yet. */
  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    while (at < tokens.size()) {
      units.add(next());
    }
    return units;
  }

  private Unit next() {
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case NAME -> name(token);
      case TEXT -> cast(UnitKind.TEXT, token.start(), token.end());
      case INTEGER -> cast(UnitKind.INTEGER, token.start(), token.end());
      case DECIMAL -> cast(UnitKind.DECIMAL, token.start(), token.end());
      case PLACEHOLDER -> unit(UnitKind.EXPRESSION, token.start(), token.end());
      case OPEN -> parenthesis(token);
      case COMPARATOR -> unit(UnitKind.COMPARATOR, token.start(), token.end());
      case OPERATOR -> unit(UnitKind.OPERATOR, token.start(), token.end());
      case COMMA -> unit(UnitKind.COMMA, token.start(), token.end());
      case KEYWORD ->
          unit(
              token.isKeyword("NULL") ? UnitKind.NULL : UnitKind.KEYWORD,
              token.start(),
              token.end());
      default -> unit(UnitKind.OTHER, token.start(), token.end());
    };
  }

  private Unit name(Token first) {
    int end = first.end();
    if (peekIs(TokenKind.OPEN) && tokens.get(at).start() == end) {
      int close = closing[at];
      if (close >= 0) {
        at = close + 1;
        return cast(UnitKind.EXPRESSION, first.start(), tokens.get(close).end());
      }
    }
    while (peekIs(TokenKind.DOT)) {
      end = tokens.get(at++).end();
      if (at < tokens.size() && mayFollowDot(tokens.get(at))) {
        end = tokens.get(at++).end();
      }
    }
    return cast(UnitKind.IDENTIFIER, first.start(), afterIndexes(end));
  }

  /** Where indexes in brackets right behind a name end. */
  private int afterIndexes(int end) {
    int last = end;
    while (at < tokens.size()
        && tokens.get(at).start() == last
        && tokens.get(at).text().startsWith("[")) {
      last = tokens.get(at++).end();
    }
    return last;
  }

  private static boolean mayFollowDot(Token token) {
    return token.is(TokenKind.NAME) || token.is(TokenKind.TEXT) || token.text().equals("*");
  }

  /** A unit with the order or the type that is written behind it, which make it a name. */
  private Unit cast(UnitKind kind, int start, int end) {
    UnitKind whole = kind;
    int last = end;
    if (peekIs(TokenKind.CAST) && at + 1 < tokens.size()) {
      last = tokens.get(at + 1).end();
      at += 2;
      whole = UnitKind.IDENTIFIER;
    }
    if (peekIs(TokenKind.ORDER) && whole != UnitKind.TEXT && whole != UnitKind.EXPRESSION) {
      last = tokens.get(at++).end();
      whole = UnitKind.IDENTIFIER;
    }
    return unit(whole, start, last);
  }

  private Unit parenthesis(Token open) {
    int close = closing[at - 1];
    if (close < 0) {
      return unit(UnitKind.OTHER, open.start(), open.end());
    }
    at = close + 1;
    return unit(UnitKind.PARENTHESIS, open.start(), tokens.get(close).end());
  }

  /** For each opening bracket the token that closes it, or -1. */
  private static int[] closing(List<Token> tokens) {
    int[] closing = new int[tokens.size()];
    Arrays.fill(closing, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < closing.length; i++) {
      if (tokens.get(i).is(TokenKind.OPEN)) {
        open.push(i);
      } else if (tokens.get(i).is(TokenKind.CLOSE) && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }

  private boolean peekIs(TokenKind kind) {
    return at < tokens.size() && tokens.get(at).is(kind);
  }

  private Unit unit(UnitKind kind, int start, int end) {
    return Unit.of(kind, start, end, text);
  }
}
