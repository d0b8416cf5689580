package dev.kindling.tracking.search;

import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.Order;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the keys of one page. Only keys are sorted, so that a search over all rows stays one cheap
 * pass; what belongs to them is loaded for the page alone.
 *
 * @param columns of the key
 * @param table with the alias that condition and order use
 */
record KeyQuery(String columns, String table) {

  private static final TimeLimit LIMIT = new TimeLimit(Duration.ofSeconds(60));

  /**
   * A page.
   *
   * @throws dev.kindling.tracking.protocol.TrackingException when finding it takes too long
   */
  <T> Page<T> page(
      Handle handle, Condition condition, Order order, PageRequest request, RowMapper<T> mapper) {
    Query query = bound(handle.createQuery(sql(condition, order)), condition, order, request);
    return request.page(LIMIT.run(handle, () -> query.map(mapper).list()));
  }

  /** The query, with question marks for the order, the condition, the limit and the offset. */
  String sql(Condition condition, Order order) {
    return "SELECT %s FROM %s %s WHERE %s ORDER BY %s LIMIT ? OFFSET ?"
        .formatted(columns, table, order.joins(), condition.sql(), order.by());
  }

  /** Binds the values of a query. */
  static Query bound(Query query, Condition condition, Order order, PageRequest request) {
    int position = 0;
    for (Object value : order.values()) {
      query.bind(position++, value);
    }
    for (Object value : condition.values()) {
      query.bind(position++, value);
    }
    query.bind(position++, request.limit() + 1);
    return query.bind(position, request.offset());
  }
}
