package dev.kindling.tracking.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses within the page. */
final class Link {

  private final String path;
  private final List<String> query = new ArrayList<>();

  private Link(String path) {
    this.path = path;
  }

  /** An address of fixed words and values, each value one segment. */
  static Link to(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/').append(encoded(segment).replace("+", "%20"));
    }
    return new Link(path.length() == 0 ? "/" : path.toString());
  }

  /** Adds a value unless it is empty. */
  Link with(String name, String value) {
    if (value != null && !value.isEmpty()) {
      query.add(name + "=" + encoded(value));
    }
    return this;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }
}
