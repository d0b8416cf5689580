package day4.udf;

import dev.kindling.check.KnownErrors;
import dev.kindling.check.KnownErrors.Thrown;
import java.io.NotSerializableException;

/** The errors that Spark raises around functions, and the mistakes behind them. */
final class UdfErrors {

  /** On the stack while Spark calls a function; no longer when it takes over the result. */
  private static final String CALL = "org.apache.spark.sql.internal.ToScalaUDF";

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
              "That is an object of your own class in a broadcast variable. Kindling loads your classes afresh after"
                  + " each save, on the driver and on the executors apart, so the two do not match. Broadcast the map"
                  + " itself.")
          .diagnose(
              "broadcast-destroyed",
              error -> error.says("Broadcast\\(\\d+\\) after it was destroyed"),
              "A DataFrame is lazy: its functions run when somebody asks for rows, long after your method has returned."
                  + " Leave the variable alive; Spark removes it when nobody refers to it any more.")
          .diagnose(
              "context-in-closure",
              UdfErrors::usesContext,
              "The function uses Spark itself: a context, a session or a DataFrame. These live on the driver only, and"
                  + " the function runs on the executors. Do that part outside the function, and let the function"
                  + " capture the result.")
          .diagnose(
              "captures-this",
              error -> error.is(NotSerializableException.class) && error.says("^day4\\.udf\\."),
              "A field or an instance method means this, the object around the lambda, and it would have to travel with"
                  + " the lambda. Copy a field into a local variable before the lambda; make a method static.")
          .diagnose(
              "not-serializable",
              error -> error.is(NotSerializableException.class),
              "What a lambda captures travels with it, so it must be serializable, as numbers, strings and collections"
                  + " of them are. And what changes in it stays on the executor. Capture plain values, and make other"
                  + " objects inside the function.")
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
              "Java cannot calculate with null, so the whole job failed. A boxed argument such as Integer can be null:"
                  + " test for that first, and return null.")
          .diagnose(
              "wrong-number-of-columns",
              error -> error.says("cannot be cast to class scala\\.Function\\d"),
              "UDF1 takes one column, UDF2 takes two. The compiler does not count the columns in apply(…).")
          .diagnose(
              "wrong-java-type",
              error -> error.is(ClassCastException.class) && error.passedThrough(CALL),
              "The compiler cannot see this, for Spark calls the function only when it computes rows: the type in"
                  + " UDF1<…> or UDF2<…> must be the Java type of the column (int Integer, bigint Long, double Double,"
                  + " decimal BigDecimal; Number takes them all).")
          .diagnose(
              "wrong-return-type",
              error ->
                  (error.is(ClassCastException.class) && error.hasCondition("FAILED_EXECUTE_UDF"))
                      || error.says("cannot be converted to the \\w+ type"),
              "Spark does not convert what a function returns: declare the type that your code gives (Integer"
                  + " IntegerType, Long LongType, Double DoubleType, String StringType).");

  /** What can go wrong with a function that returns a struct. */
  static final KnownErrors STRUCT =
      KnownErrors.none()
          .diagnose(
              "struct-needs-row",
              error -> error.says("cannot be converted to the struct<"),
              "Spark does not look into an object of Java. The value of a struct is a Row:"
                  + " RowFactory.create(min, max).")
          .diagnose(
              "wrong-field-type",
              error ->
                  error.hasCondition("INVALID_EXTERNAL_TYPE")
                      || (error.is(ClassCastException.class)
                          && !error.hasCondition("FAILED_EXECUTE_UDF"))
                      || error.says("cannot be converted to the \\w+ type"),
              "Spark does not convert the values of a Row: what goes into an int field must be an Integer, not a Long"
                  + " and not a text.")
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
              "One such null fails the whole job. Test for it first, and return null.")
          .or(ANY);

  /** What can go wrong with a function in SQL. */
  static final KnownErrors SQL =
      KnownErrors.none()
          .diagnose(
              "function-not-registered",
              error -> error.hasCondition("UNRESOLVED_ROUTINE"),
              "SQL finds a function by the name under which it was registered, not by its Java name: register yours as"
                  + " guest_price in listings.sparkSession(), before you run the query.")
          .diagnose(
              "view-not-created",
              error -> error.hasCondition("TABLE_OR_VIEW_NOT_FOUND"),
              "A Java variable is not visible to SQL: give the frame the name listings as a temporary view, before you"
                  + " run the query.")
          .diagnose(
              "view-exists",
              error -> error.hasCondition("TEMP_TABLE_OR_VIEW_ALREADY_EXISTS"),
              "An earlier call took the name listings, and createTempView refuses to take it over. Use"
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
}
