package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that all searches have. */
final class SearchFields {

  private final Fields request;
  private final boolean isQuery;

  private SearchFields(Fields request, boolean isQuery) {
    this.request = request;
    this.isQuery = isQuery;
  }

  /** Of a JSON body: a list must be one. */
  static SearchFields ofBody(Fields request) {
    return new SearchFields(request, false);
  }

  /** Of a query: one value stands for a list of one. */
  static SearchFields ofQuery(Fields request) {
    return new SearchFields(request, true);
  }

  @Nullable String filter() {
    return request.text("filter");
  }

  List<String> orderBy() {
    return texts("order_by");
  }

  /** Texts; none when they are not given. */
  List<String> texts(String field) {
    JsonNode value = request.value(field);
    if (value != null && !isQuery && !value.isArray()) {
      throw Fields.wrongType(field, value);
    }
    return request.texts(field);
  }

  /**
   * The page that is asked for, whose limit is not checked from below yet.
   *
   * @param usual the limit when none is given
   * @param most the largest limit; a larger one is told as a value of a wrong type, as in MLflow
   */
  PageRequest page(int usual, int most) {
    long limit = request.integer("max_results").orElse(usual);
    JsonNode asked = request.value("max_results");
    if (asked != null && limit > most) {
      throw Fields.wrongType("max_results", asked);
    }
    return new PageRequest(limit, request.text("page_token"));
  }

  /** The page that is asked for, where no limit means 0. */
  PageRequest page() {
    return new PageRequest(request.integer("max_results").orElse(0), request.text("page_token"));
  }

  /**
   * Checks a limit.
   *
   * @throws TrackingException when it is not positive, or larger than the largest
   */
  static void checkLimit(PageRequest page, int most) {
    String invalid = "Invalid value %d for parameter 'max_results' supplied. It must be ";
    if (page.limit() < 1) {
      throw TrackingException.invalid(invalid + "a positive integer", page.limit());
    }
    if (page.limit() > most) {
      throw TrackingException.invalid(invalid + "at most %d", page.limit(), most);
    }
  }
}
