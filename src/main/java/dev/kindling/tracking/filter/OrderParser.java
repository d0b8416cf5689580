package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads what to order by: a name, perhaps with ASC or DESC behind it. */
final class OrderParser {

  private static final int LONGEST = 10_000;
  private static final int MOST_TERMS = 20;
  private static final String TIMESTAMP = "timestamp";

  private final Function<String, Subject> names;

  /**
   * @param names what an identifier stands for
   */
  OrderParser(Function<String, Subject> names) {
    this.names = names;
  }

  List<OrderTerm> parse(List<String> clauses) {
    if (clauses.size() > MOST_TERMS) {
      throw TrackingException.invalid(
          "There are %d things to order by: name at most %d.", clauses.size(), MOST_TERMS);
    }
    return clauses.stream().map(this::term).toList();
  }

  private OrderTerm term(String clause) {
    String identifier = identifier(clause);
    List<String> words = ShellWords.split(identifier.replace('`', '"'));
    if (words == null || words.size() > 2) {
      throw unreadable(clause);
    }
    if (words.size() < 2) {
      return new OrderTerm(names.apply(identifier.strip()), true);
    }
    String direction = words.get(1).toLowerCase(Locale.ROOT);
    if (!Set.of("asc", "desc").contains(direction)) {
      throw TrackingException.invalid("Invalid ordering key in order_by clause '%s'.", clause);
    }
    return new OrderTerm(names.apply(words.get(0).strip()), direction.equals("asc"));
  }

  /** The clause itself, when it is one identifier and nothing else. */
  private static String identifier(String clause) {
    if (clause.length() > LONGEST) {
      throw TrackingException.invalid(
          "A clause of order_by has %d characters: send one of at most %d.",
          clause.length(), LONGEST);
    }
    if (isTimestamp(clause)) {
      return clause;
    }
    List<Unit> units = Units.of(clause);
    if (units.size() != 1
        || !units.get(0).is(UnitKind.IDENTIFIER)
        || !units.get(0).text().equals(clause)) {
      throw unreadable(clause);
    }
    return clause;
  }

  /** SQL keeps this word for itself, but here it is a name. */
  private static boolean isTimestamp(String clause) {
    List<Token> tokens =
        Tokenizer.tokens(clause).stream().filter(token -> !token.is(TokenKind.SPACE)).toList();
    return !tokens.isEmpty()
        && tokens.get(0).start() == 0
        && tokens.get(0).text().equals(TIMESTAMP)
        && (clause.equals(TIMESTAMP)
            || (tokens.size() == 2
                && tokens.get(1).is(TokenKind.ORDER)
                && tokens.get(1).end() == clause.length()));
  }

  private static TrackingException unreadable(String clause) {
    return TrackingException.invalid("Invalid order_by clause '%s'. Could not be parsed.", clause);
  }
}
