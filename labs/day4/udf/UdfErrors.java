package day4.udf;

import dev.kindling.check.KnownErrors;
import dev.kindling.check.KnownErrors.Thrown;
import java.io.NotSerializableException;

/** The errors that Spark raises around functions, and the mistakes behind them. */
final class UdfErrors {

  /** On the stack while Spark calls a function; no longer when it takes over the result. */
  private static final String CALL = "org.apache.spark.sql.internal.ToScalaUDF";

  private static final String CAST =
      "class (?:\\S+\\.)?(\\w+) cannot be cast to class (?:\\S+\\.)?\\w+";

  private static final String CAST_TO = "class \\S+ cannot be cast to class (?:\\S+\\.)?(\\w+)";

  private static final String CONVERTED = "of the type \\((?:\\S+\\.)?([\\w$]+)\\)";

  /** Why a function must not read from a field what differs from call to call. */
  static final String SHARED_FIELD =
      "The function reads a field when it runs, not when it is made: by then another call has set the field anew, and"
          + " an executor that loaded the class itself never saw it set. Let the lambda use the method's parameters,"
          + " whose values travel with it.";

  /** What can go wrong with any function. */
  static final KnownErrors ANY =
      KnownErrors.none()
          .diagnose(
              "own-class-in-broadcast",
              error -> error.says("class ([\\w.$]+) cannot be cast to class \\1[ (]"),
              error ->
                  "You broadcast an object of your own class "
                      + simpleName(error.group("class ([\\w.$]+) cannot be cast").orElse("?"))
                      + ". Kindling loads your classes afresh after each save, on the driver and on the executors"
                      + " apart, so the two do not match. Broadcast the map itself.")
          .diagnose(
              "broadcast-destroyed",
              error -> error.says("Broadcast\\(\\d+\\) after it was destroyed"),
              "The broadcast variable was destroyed before a row was computed: a DataFrame is lazy, and its"
                  + " functions run when somebody asks for rows. Leave it alive; Spark removes it when nobody refers"
                  + " to it any more.")
          .diagnose(
              "context-in-closure",
              UdfErrors::usesContext,
              "The function uses Spark itself: a context, a session or a DataFrame. These live on the driver only, and"
                  + " the function runs on the executors. Do that part outside the function, and let the function"
                  + " capture the result.")
          .diagnose(
              "captures-this",
              error -> error.is(NotSerializableException.class) && error.says("^day4\\.udf\\."),
              error ->
                  "The function uses a field or an instance method of "
                      + simpleName(error.group("^([\\w.$]+)").orElse("your class"))
                      + ", so it captures the whole object (this), which cannot be serialized. Copy a field into a"
                      + " local variable before the lambda; make the method static.")
          .diagnose(
              "not-serializable",
              error -> error.is(NotSerializableException.class),
              error ->
                  "The function captures a "
                      + simpleName(notSerializable(error))
                      + ", which cannot be serialized and sent to the executors. Capture plain values instead, and"
                      + " make such an object inside the function.")
          .diagnose(
              "shared-field",
              error ->
                  error.is(NullPointerException.class)
                      && error.says("because \"(?:[\\w$]+\\.)+[\\w$]+\" is null"),
              SHARED_FIELD)
          .diagnose(
              "null-unboxed",
              error ->
                  error.is(NullPointerException.class)
                      && error.says("because \"<?\\w+>?\" is null"),
              "The function was called with null and calculated with it: Java cannot unbox null, so the whole job"
                  + " failed. A boxed argument such as Integer can be null; test for that first and return null.")
          .diagnose(
              "wrong-number-of-columns",
              error -> error.says("cannot be cast to class scala\\.Function\\d"),
              "The function is applied to another number of columns than it has arguments. UDF1 takes one column, UDF2"
                  + " takes two.")
          .diagnose(
              "wrong-java-type",
              error -> error.is(ClassCastException.class) && error.passedThrough(CALL),
              error ->
                  "Spark called the function with a "
                      + error.group(CAST).orElse("value of another type")
                      + ", and it is written for a "
                      + error.group(CAST_TO).orElse("different type")
                      + ". The compiler cannot see this: the type in UDF1<…> must be the Java type of the column"
                      + " (int Integer, bigint Long, double Double, decimal BigDecimal).")
          .diagnose(
              "wrong-return-type",
              error ->
                  (error.is(ClassCastException.class) && error.hasCondition("FAILED_EXECUTE_UDF"))
                      || error.says("cannot be converted to the \\w+ type"),
              error ->
                  "The function returns a "
                      + error.group(CAST).or(() -> error.group(CONVERTED)).orElse("different type")
                      + ", and that is not the type that you declared to Spark. It does not convert results: declare"
                      + " the type that the code returns (Integer IntegerType, Long LongType, Double DoubleType).");

  /** What can go wrong with a function that returns a struct. */
  static final KnownErrors STRUCT =
      KnownErrors.none()
          .diagnose(
              "struct-needs-row",
              error -> error.says("cannot be converted to the struct<"),
              error ->
                  "The function returns a "
                      + error.group(CONVERTED).orElse("Java object")
                      + ", and Spark does not look into it. The value of a struct is a Row:"
                      + " RowFactory.create(min, max).")
          .diagnose(
              "wrong-field-type",
              error ->
                  error.hasCondition("INVALID_EXTERNAL_TYPE")
                      || (error.is(ClassCastException.class)
                          && !error.hasCondition("FAILED_EXECUTE_UDF"))
                      || error.says("cannot be converted to the \\w+ type"),
              error ->
                  "A value of the Row is a "
                      + error
                          .group("external type (?:\\S+\\.)?(\\w+) is not valid")
                          .or(() -> error.group(CAST))
                          .or(() -> error.group(CONVERTED))
                          .orElse("different type")
                      + ", and its field is declared as an int. Spark does not convert the values of a Row: put an"
                      + " Integer there.")
          .diagnose(
              "wrong-field-count",
              error -> error.is(ArrayIndexOutOfBoundsException.class) && !error.passedThrough(CALL),
              "The Row has another number of values than the struct has fields. Values go to fields by position, so"
                  + " give one value per field, null included: RowFactory.create(3, null).")
          .diagnose(
              "no-second-part",
              error -> error.is(ArrayIndexOutOfBoundsException.class) && error.passedThrough(CALL),
              "A text without a dash has one part, and the function asks for the second: \"5\" and \"3+\" are such"
                  + " texts. Look at how many parts there are first.")
          .diagnose(
              "null-not-handled",
              error -> error.is(NullPointerException.class),
              "The function was called with null and used it as a text, so the whole job failed. Test for null first"
                  + " and return null.")
          .or(ANY);

  /** What can go wrong with a function in SQL. */
  static final KnownErrors SQL =
      KnownErrors.none()
          .diagnose(
              "function-not-registered",
              error -> error.hasCondition("UNRESOLVED_ROUTINE"),
              error ->
                  "SQL knows no function "
                      + error.group("routine `?([^` ]+)`?").orElse("of that name")
                      + ". It finds functions by the name under which they were registered: register yours as"
                      + " guest_price in listings.sparkSession(), before you run the query.")
          .diagnose(
              "view-not-created",
              error -> error.hasCondition("TABLE_OR_VIEW_NOT_FOUND"),
              error ->
                  "SQL knows no table "
                      + error.group("table or view `?([^` ]+)`?").orElse("of that name")
                      + ". A Java variable is not visible to SQL: give the frame that name as a temporary view before"
                      + " you run the query.")
          .diagnose(
              "view-exists",
              error -> error.hasCondition("TEMP_TABLE_OR_VIEW_ALREADY_EXISTS"),
              "The name listings was taken by an earlier call, and createTempView refuses to take it over. Use"
                  + " createOrReplaceTempView.")
          .or(ANY);

  /** What can go wrong with a model in a function. */
  static final KnownErrors MODEL =
      KnownErrors.none()
          .diagnose(
              "unknown-neighbourhood",
              error ->
                  error.is(NullPointerException.class)
                      && error.says("return value of \"java\\.util\\.\\w*Map\\.get\\("),
              "The map has no weight for a neighbourhood, so get gave null, and null cannot be added. A neighbourhood"
                  + " without a weight counts as 0: use getOrDefault.")
          .or(ANY);

  private UdfErrors() {}

  private static boolean usesContext(Thrown error) {
    return error.hasCondition("CANNOT_INVOKE_IN_TRANSFORMATIONS")
        || (error.is(NotSerializableException.class)
            && error.says("^\\S+\\.\\w*SparkContext(\\s|$)"))
        || (error.is(NullPointerException.class)
            && error.passedThrough("org.apache.spark.sql.classic.SparkSession"));
  }

  private static String notSerializable(Thrown error) {
    return error.links().stream()
        .filter(NotSerializableException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst()
        .map(message -> message.strip().split("\\s", 2)[0])
        .orElse("?");
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
