package dev.kindling.tracking.search;

import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.Order;
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

  <T> Page<T> page(
      Handle handle, Condition condition, Order order, PageRequest request, RowMapper<T> mapper) {
    String sql =
        "SELECT %s FROM %s %s WHERE %s ORDER BY %s LIMIT ? OFFSET ?"
            .formatted(columns, table, order.joins(), condition.sql(), order.by());
    Query query = handle.createQuery(sql);
    int position = 0;
    for (Object value : order.values()) {
      query.bind(position++, value);
    }
    for (Object value : condition.values()) {
      query.bind(position++, value);
    }
    query.bind(position++, request.limit() + 1L);
    query.bind(position, request.offset());
    return request.page(query.map(mapper).list());
  }
}
