package dev.kindling.run;

import dev.kindling.data.Table;
import dev.kindling.plot.Chart;
import dev.kindling.plot.TreePicture;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.tree.Tree;
import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.result.ShownPart;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Turns what a task returns into tables, texts, charts and reports. */
final class ShownValues {

  private static final int ROWS = 20;

  private ShownValues() {}

  /** What there is to show of a value; a frame is evaluated, its first rows and its count. */
  static List<ShownPart> of(Object value) {
    List<ShownPart> parts = new ArrayList<>();
    add(parts, "", value);
    return parts;
  }

  private static void add(List<ShownPart> parts, String title, Object value) {
    if (value instanceof Dataset<?> frame) {
      parts.add(frame(title, frame.toDF()));
    } else if (value instanceof Table table) {
      parts.add(table(title, table));
    } else if (value instanceof ChartSpec chart) {
      parts.add(ShownPart.chart(title, chart.json()));
    } else if (value instanceof Chart chart) {
      parts.add(ShownPart.chart(title, chart.spec().json()));
    } else if (value instanceof Tree tree) {
      parts.add(ShownReports.of(title(title, tree.title()), tree));
    } else if (value instanceof TreePicture picture) {
      add(parts, title, picture.tree());
    } else if (value instanceof Profile profile) {
      parts.add(ShownReports.of(profile));
    } else if (value instanceof Comparison comparison) {
      parts.add(ShownReports.of(comparison));
    } else if (value instanceof PipelineStage stage) {
      parts.add(stage(title, stage));
    } else if (value instanceof Map<?, ?> map) {
      List<List<String>> rows = new ArrayList<>();
      map.forEach((key, item) -> rows.add(List.of(text(key), text(item))));
      parts.add(
          ShownPart.table(
              title(title, "%,d entries".formatted(map.size())),
              List.of("key", "value"),
              List.of("", ""),
              rows.subList(0, Math.min(ROWS, rows.size()))));
    } else if (value instanceof Collection<?> items && anyIsPart(items)) {
      int number = 0;
      for (Object item : items) {
        add(parts, title(title, "[%d]".formatted(number++)), item);
      }
    } else if (value instanceof Collection<?> items && areRecords(items)) {
      parts.add(records(title, List.copyOf(items)));
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        add(parts, title(title, component.getName()), read(component, record));
      }
    } else {
      parts.add(ShownPart.text(title, text(value)));
    }
  }

  private static boolean anyIsPart(Collection<?> items) {
    return items.stream()
        .anyMatch(
            item ->
                item instanceof Dataset<?>
                    || item instanceof PipelineStage
                    || item instanceof ChartSpec
                    || item instanceof Chart
                    || item instanceof Tree
                    || item instanceof TreePicture
                    || item instanceof Profile
                    || item instanceof Comparison);
  }

  private static boolean areRecords(Collection<?> items) {
    return items.stream().allMatch(Record.class::isInstance)
        && items.stream().map(Object::getClass).distinct().count() == 1;
  }

  /** Records of one type, as rows of their components. */
  private static ShownPart records(String title, List<?> records) {
    List<RecordComponent> components = List.of(records.get(0).getClass().getRecordComponents());
    return ShownPart.table(
        title(title, "%,d elements".formatted(records.size())),
        components.stream().map(RecordComponent::getName).toList(),
        components.stream().map(component -> "").toList(),
        records.stream()
            .limit(ROWS)
            .map(
                record ->
                    components.stream()
                        .map(component -> text(read(component, (Record) record)))
                        .toList())
            .toList());
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read %s.".formatted(component), e);
    }
  }

  private static ShownPart frame(String title, Dataset<Row> frame) {
    List<Row> rows = frame.takeAsList(ROWS + 1);
    long count = rows.size() <= ROWS ? rows.size() : frame.count();
    List<StructField> fields = Arrays.asList(frame.schema().fields());
    return ShownPart.table(
        title(title, "%,d rows × %d columns".formatted(count, fields.size())),
        fields.stream().map(StructField::name).toList(),
        fields.stream().map(field -> field.dataType().simpleString()).toList(),
        rows.stream().limit(ROWS).map(ShownValues::cells).toList());
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      cells.add(text(row.get(i)));
    }
    return cells;
  }

  private static ShownPart table(String title, Table table) {
    return ShownPart.table(
        title(title, "%,d rows × %d columns".formatted(table.size(), table.columns().size())),
        table.columns(),
        table.columns().stream().map(column -> "").toList(),
        table.rows().stream()
            .limit(ROWS)
            .map(row -> row.stream().map(ShownValues::text).toList())
            .toList());
  }

  private static ShownPart stage(String title, PipelineStage stage) {
    PipelineStage[] stages =
        stage instanceof PipelineModel model
            ? model.stages()
            : stage instanceof Pipeline pipeline ? pipeline.getStages() : new PipelineStage[0];
    StringBuilder text = new StringBuilder();
    describe(text, "", stage);
    for (PipelineStage inner : stages) {
      describe(text, "  ", inner);
    }
    return ShownPart.text(
        title(title, stage.getClass().getSimpleName()), text.toString().stripTrailing());
  }

  private static void describe(StringBuilder text, String indent, PipelineStage stage) {
    text.append(indent).append(stage.getClass().getSimpleName()).append('\n');
    for (ParamPair<?> pair : CollectionConverters.asJava(stage.extractParamMap().toSeq())) {
      if (stage.isSet(pair.param()) && !pair.param().name().equals("stages")) {
        text.append(indent)
            .append("  ")
            .append(pair.param().name())
            .append(" = ")
            .append(text(pair.value()))
            .append('\n');
      }
    }
  }

  /** A value as a person would write it: six significant digits are enough to look at. */
  private static String text(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Float number) {
      return number(number.doubleValue());
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(ShownValues::text).toList().toString();
    }
    if (value instanceof double[] array) {
      return Arrays.stream(array).mapToObj(ShownValues::number).toList().toString();
    }
    if (value instanceof int[] array) {
      return Arrays.toString(array);
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(ShownValues::text).toList().toString();
    }
    return value.toString();
  }

  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value == Math.rint(value)) {
      return Math.abs(value) < 1e15 ? Double.toString(value) : "%.6g".formatted(value);
    }
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String title(String first, String second) {
    return first.isEmpty() ? second : first + ": " + second;
  }
}
