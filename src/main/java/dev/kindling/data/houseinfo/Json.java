package dev.kindling.data.houseinfo;

import dev.kindling.data.Decimals;
import dev.kindling.data.TableDraft.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A house as a line of JSON, and as the values of a nested row. */
final class Json {

  private Json() {}

  /**
   * The record as one line. Of the objects that are lost, every other one is left out and the rest
   * are null: both occur in the wild.
   */
  static String line(Cells house) {
    return object(house, HouseInfo.SCHEMA);
  }

  /** The values of a row of {@link HouseInfo#SCHEMA}, with a list for each object. */
  static List<Object> nested(Cells house, StructType type) {
    List<Object> values = new ArrayList<>();
    for (StructField field : type.fields()) {
      if (field.dataType() instanceof StructType inner) {
        values.add(Losses.lost(house, what(field)) ? null : nested(house, inner));
      } else {
        values.add(Losses.flat(house, field.name()));
      }
    }
    return values;
  }

  private static String object(Cells house, StructType type) {
    List<String> members = new ArrayList<>();
    for (StructField field : type.fields()) {
      boolean lost = isObject(field) && Losses.lost(house, what(field));
      if (!lost || house.whole("rank") % 2 == 0) {
        members.add("\"" + field.name() + "\":" + (lost ? "null" : value(house, field)));
      }
    }
    return members.stream().collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Cells house, StructField field) {
    if (field.dataType() instanceof StructType inner) {
      return object(house, inner);
    }
    Object value = Losses.flat(house, field.name());
    if (value instanceof Double number) {
      return Decimals.text(number);
    }
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }

  private static boolean isObject(StructField field) {
    return field.dataType() instanceof StructType;
  }

  private static String what(StructField field) {
    return field.name().equals("address") ? "address" : "info";
  }
}
