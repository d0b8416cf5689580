package day2.profiling.checks;

import dev.kindling.data.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Small inputs of the checks, made so that two readings of a task give two results. */
final class HandMade {

  /**
   * 9 null cells in 7 rows; two rows repeat the first one, one repeats the second. One empty text,
   * two NaN and four zeros are values: each of these in the wrong place makes another sum.
   */
  static final Table FLATS =
      Table.parse(
          """
          title:string | rooms:int | rent:double | pets:boolean
          null         | 2         | 700         | true
          Loft         | 3         | 900         | false
          null         | 2         | 700         | true
          ''           | 0         | NaN         | false
          Loft         | 3         | 900         | false
          null         | 2         | 700         | true
          Attic        | null      | null        | null
          Attic        | 1         | null        | true
          Loft         | 3         | 950         | null
          Attic        | 0         | NaN         | null
          Quay         | 0         | 0           | false
          """);

  static final Rules KINDS =
      new Rules(
          Table.parse(
              """
              of:string | is:string   | why:string
              gaps      | text        | it has 3 different values among 4, which is more than half of the values. (Its nulls are rows, but no values: compare with `count(col(c))`.)
              level     | categorical | it has 2 different values among 4, which is half. (Null is no third value: `distinct()` and `groupBy` count it as one, `countDistinct` does not.)
              half      | categorical | it has 5 different values among 10. At most half of the values: compare with <=.
              odd       | text        | it has 5 different values among 9, which is more than half. Half of 9 is 4.5: compare without rounding, `2 * different <= values`.
              more      | text        | it has 6 different values among 10, which is more than half.
              blank     | categorical | it has 3 different values among 8. An empty text is a value like any other, only null is none.
              single    | text        | its only value is 1 different one among 1, which is more than half.
              nothing   | text        | it has no value at all, and a column is categorical only if it has one.
              tiny      | numeric     | tinyint is a numeric type. All types of numbers are a `NumericType`.
              whole     | numeric     | bigint is a numeric type. All types of numbers are a `NumericType`.
              ratio     | numeric     | float is a numeric type. All types of numbers are a `NumericType`.
              money     | numeric     | decimal(20,2) is a numeric type, and so are decimals with other digits: ask `instanceof NumericType`, which is the parent of all.
              yes       | boolean     | its type is boolean, however few values it has.
              day       | date        | dates have three types: `DateType`, `TimestampType`, and `TimestampNTZType` for times without a zone. This is the first.
              moment    | date        | dates have three types: `DateType`, `TimestampType`, and `TimestampNTZType` for times without a zone. This is the second.
              clock     | date        | dates have three types: `DateType`, `TimestampType`, and `TimestampNTZType` for times without a zone. This is the third.
              list      | unsupported | an array is none of the other kinds, whatever its elements are.
              bytes     | unsupported | binary is none of the other kinds.
              pair      | unsupported | a struct is none of the other kinds, whatever its fields are.
              named     | unsupported | a map is none of the other kinds.
              """));

  /** {@code weight} has a null and infinite values of both signs; some rows are there twice. */
  static final Table PARCELS =
      Table.parse(
          """
          weight:double | pieces:int | fee:double
          2.5           | 1          | 0
          null          | 4          | 3.5
          Infinity      | 0          | null
          -1.5          | 1          | 0
          2.5           | 0          | null
          10            | 7          | 0
          -Infinity     | null       | null
          0             | 2          | 12
          2.5           | 1          | 0
          Infinity      | 3          | 1.5
          """);

  /**
   * Gaps in different rows, ties in {@code crew} alone, a price far out, levels that never meet,
   * and a level of {@code sail} and of {@code flag} that has no partner. {@code depth} has 10
   * values, so its quantiles are the 1st, 3rd, 5th, 8th and 10th.
   */
  static final Table BOATS =
      Table.parse(
          """
          length:double | crew:int | price:double | sail:string | flag:string | motor:boolean | depth:double | waves:int | tide:double
          6             | 1        | 20           | red         | north       | true          | 31.5         | 5         | null
          7             | 2        | 15           | red         | north       | null          | 2.25         | 1         | 4.75
          8             | 2        | null         | white       | south       | false         | null         | 8         | null
          9             | 2        | 40           | white       | south       | true          | 17.5         | 1         | 1.25
          10            | 5        | 35           | white       | east        | false         | 4.5          | 9         | null
          null          | 4        | 60           | blue        | null        | false         | 90.5         | 4         | 4.75
          12            | 4        | 50           | null        | east        | true          | 8.25         | 1         | null
          13            | null     | 900          | blue        | east        | true          | -6.5         | 7         | null
          14            | 8        | 80           | blue        | north       | null          | 55.5         | 6         | 30.5
          15            | 7        | 70           | red         | north       | true          | null         | 11        | null
          16            | 9        | 75           | green       | null        | false         | 23.5         | 1         | 9.5
          17            | 6        | 65           | null        | west        | true          | 8.25         | 10        | null
          """);

  /** Figures at, below and beyond each limit, with the alerts that they deserve. */
  static final Table FIGURES =
      Table.parse(
          """
          of:string    | kind:string | rows:long | missing:long | distinct:long | zeros:long | infinite:long | skewness:double | frequencies:array<long> | uniformP:double | shortest:int | longest:int | dates:boolean | is:string           | why:string
          none         | numeric     | 1000      | 1000         | 0             | 0          | 0             | null            | []                      | null            | 0            | 0           | false         | EMPTY               | no cell has a value. EMPTY says it all: no other rule applies to such a column.
          list         | unsupported | 1000      | 0            | 0             | 0          | 0             | null            | []                      | null            | 0            | 0           | false         | UNSUPPORTED         | nothing can be told of its values, and no cell is missing.
          lists        | unsupported | 1000      | 500          | 0             | 0          | 0             | null            | []                      | null            | 0            | 0           | false         | MISSING, UNSUPPORTED | half of it is missing, and that can be said of a column of any kind: look at MISSING before UNSUPPORTED ends the matter.
          gaps         | numeric     | 1000      | 11           | 300           | 0          | 0             | 1               | []                      | null            | 0            | 0           | false         | MISSING             | 11 of 1,000 cells are missing, more than 1 %.
          at_limits    | numeric     | 1000      | 10           | 300           | 10         | 0             | -20             | []                      | 0.999           | 0            | 0           | false         | no alert            | 10 of 1,000 cells are missing and 10 are zero, exactly 1 % each, its skewness is exactly -20, its `uniformP` exactly 0.999. The rules say *more than*, *below* and *above*: use > instead of >=.
          now_and_then | numeric     | 1000      | 600          | 1             | 0          | 0             | null            | []                      | null            | 0            | 0           | false         | CONSTANT, MISSING   | it has a single value and 600 gaps: null is no second value.
          only_row     | numeric     | 1         | 0            | 1             | 0          | 0             | null            | []                      | null            | 0            | 0           | false         | CONSTANT            | it is a column of one row. Whether values repeat, one row cannot tell: UNIQUE needs at least two.
          key          | numeric     | 1000      | 0            | 1000          | 0          | 0             | 0               | []                      | null            | 0            | 0           | false         | UNIQUE              | each of 1,000 rows has a value of its own.
          part_key     | numeric     | 1000      | 400          | 600           | 0          | 0             | 0               | []                      | null            | 0            | 0           | false         | MISSING             | it has 600 different values, but 400 of the 1,000 rows have none, so it does not identify a row: for UNIQUE compare `distinct` with `rows`.
          zeros        | numeric     | 1000      | 0            | 300           | 11         | 0             | 1               | []                      | null            | 0            | 0           | false         | ZEROS               | 11 of 1,000 cells are zero, more than 1 %.
          zeros_of_few | numeric     | 1000      | 900          | 80            | 5          | 0             | 1               | []                      | null            | 0            | 0           | false         | MISSING             | 5 of its 1,000 cells are zero. Among its 100 values that would be 5 %, but the shares of the table are shares of the rows.
          odd          | numeric     | 1000      | 0            | 300           | 0          | 1             | 1               | []                      | null            | 0            | 0           | false         | INFINITE            | one value is infinite, and one is enough.
          right        | numeric     | 1000      | 0            | 300           | 0          | 0             | 20.5            | []                      | null            | 0            | 0           | false         | SKEWED              | its skewness is 20.5, above 20.
          left         | numeric     | 1000      | 0            | 300           | 0          | 0             | -20.5           | []                      | null            | 0            | 0           | false         | SKEWED              | its skewness is -20.5. A tail on the left is as long as one on the right: compare `Math.abs(skewness)`.
          even         | numeric     | 1000      | 0            | 100           | 0          | 0             | 0               | []                      | 0.9995          | 0            | 0           | false         | UNIFORM             | its `uniformP` is 0.9995, above 0.999.
          flag         | boolean     | 1000      | 0            | 2             | 0          | 0             | null            | [980, 20]               | 0               | 0            | 0           | false         | IMBALANCE           | 980 to 20 is an imbalance of 0.86.
          often        | boolean     | 1000      | 0            | 2             | 0          | 0             | null            | [850, 150]              | 0               | 0            | 0           | false         | no alert            | 850 to 150 is an imbalance of 0.39: 1 - entropy / log(2), both with the same logarithm.
          coin         | boolean     | 1000      | 0            | 2             | 0          | 0             | null            | [700, 300]              | 0               | 0            | 0           | false         | no alert            | 700 to 300 is an imbalance of 0.12: it is not the largest share that counts, but 1 - entropy / log(2).
          half_each    | boolean     | 1000      | 0            | 2             | 0          | 0             | null            | [500, 500]              | 0.4             | 0            | 0           | false         | no alert            | 500 to 500 is an imbalance of 0: the entropy is as large as it can be, and it is subtracted from 1.
          told_rarely  | boolean     | 1000      | 900          | 2             | 0          | 0             | null            | [60, 40]                | 0               | 0            | 0           | false         | MISSING             | it has 100 values, 60 of one kind and 40 of the other, which is balanced (0.03). Shares for the imbalance are shares of the values: of 1,000 rows they would not add up to 1.
          mostly       | categorical | 1000      | 0            | 4             | 0          | 0             | null            | [900, 40, 40, 20]       | 0               | 3            | 9           | false         | IMBALANCE           | 900, 40, 40 and 20 are an imbalance of 0.69: the entropy, 0.43, is divided by log(4), the largest that 4 values can have.
          towns        | categorical | 1000      | 0            | 51            | 0          | 0             | null            | [500, 500]              | 0.4             | 3            | 9           | false         | HIGH_CARDINALITY    | it has 51 categories, more than 50.
          fifty        | categorical | 1000      | 0            | 50            | 0          | 0             | null            | [500, 500]              | 0.4             | 3            | 9           | false         | no alert            | it has 50 categories, exactly the limit, and the rule says *more than*: use > instead of >=.
          code         | categorical | 1000      | 0            | 3             | 0          | 0             | null            | [400, 300, 300]         | 0.4             | 4            | 4           | false         | CONSTANT_LENGTH     | its three different texts all have 4 characters.
          two_codes    | categorical | 1000      | 0            | 2             | 0          | 0             | null            | [500, 500]              | 0.4             | 4            | 4           | false         | no alert            | it has two values of the same length, which is no wonder: CONSTANT_LENGTH needs more than two different ones.
          serial       | text        | 1000      | 0            | 900           | 0          | 0             | null            | []                      | null            | 12           | 12          | false         | CONSTANT_LENGTH     | its texts all have 12 characters; CONSTANT_LENGTH is for texts of any kind.
          long_text    | text        | 1000      | 0            | 900           | 0          | 0             | null            | []                      | null            | 5            | 200         | false         | no alert            | it is text, and HIGH_CARDINALITY is for categories.
          date_text    | categorical | 1000      | 0            | 200           | 0          | 0             | null            | [990, 10]               | 0               | 10           | 10          | true          | TYPE_DATE           | it holds dates, so its many categories and its 10 characters are no news: with TYPE_DATE, HIGH_CARDINALITY, IMBALANCE and CONSTANT_LENGTH do not apply.
          date_gaps    | text        | 1000      | 200          | 700           | 0          | 0             | null            | []                      | null            | 10           | 10          | true          | MISSING, TYPE_DATE  | it holds dates and has 200 gaps: TYPE_DATE ends only the rules about categories and lengths.
          """);

  private HandMade() {}

  /** Ten rows with the columns of {@link #KINDS}. */
  static Dataset<Row> kinds(SparkSession spark) {
    return spark.sql(
        """
        select if(id < 4, concat('g', least(id, 2)), null) as gaps,
          if(id < 4, concat('l', id % 2), null) as level, concat('h', id % 5) as half,
          if(id < 9, concat('o', id % 5), null) as odd, concat('m', least(id, 5)) as more,
          case when id < 6 then '' when id < 8 then concat('b', id) end as blank,
          if(id = 3, 'here', null) as single, cast(null as string) as nothing,
          cast(id as tinyint) as tiny, id as whole, cast(id as float) as ratio,
          cast(id as decimal(20, 2)) as money, id > 3 as yes, date'2025-01-01' as day,
          timestamp'2025-01-01 08:00:00' as moment, timestamp_ntz'2025-01-01 08:00:00' as clock,
          array('a', 'b') as list, cast('ab' as binary) as bytes, struct(id, 'x') as pair,
          map('a', 1) as named
        from range(10)
        """);
  }

  /** 2,000 rows: exactly half of the values of {@code half} differ, one more of {@code more}. */
  static Dataset<Row> manyKinds(SparkSession spark) {
    return spark
        .range(2000)
        .selectExpr(
            "concat('h', id % 1000) as half",
            "concat('m', id % 1001) as more", "concat('f', id % 3) as few");
  }

  /** So many ferries. If their mood is rough, load and deck differ, too, which is no drift yet. */
  static Dataset<Row> ferries(SparkSession spark, int rows, String mood) {
    return spark.sql(
        """
        select pow(id % 17, 2) as km, pow(id % 17, 2) * 0.62 as miles, 'Quay' as port,
          date_format(date_add(date'2025-01-01', cast(id % 31 as int)), 'yyyy-MM-dd') as arrived,
          if(id % 3 = 0, 'MOOD', 'busy') as mood,
          if('MOOD' = 'rough' and id = 7, 400, pow(id % 13, 2)) as load,
          if('MOOD' = 'rough' or id % 4 > 0, 'open', 'closed') as deck
        from range(ROWS)
        """
            .replace("MOOD", mood)
            .replace("ROWS", String.valueOf(rows)));
  }
}
