package dev.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.data.TestSpark;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SparkClosureCleaner;
import org.junit.jupiter.api.Test;
import scala.Function1;
import scala.runtime.AbstractFunction1;

/** Spark's own lambdas are looked through once, and what they capture each time. */
final class CheckedLambdasTest {

  private final SparkSession spark = TestSpark.session();

  private static final class Same extends AbstractFunction1<Object, Object>
      implements Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public Object apply(Object value) {
      return value;
    }
  }

  /** Neither it nor what refers to it can be sent to a task. */
  private static final class Stays {

    int plus(int value) {
      return value + 1;
    }
  }

  @Test
  void sparkAsksHereAndALambdaThatPassedIsNotLookedThroughAgain() {
    Function1<Object, Object> lambda = new Same().andThen(new Same());
    assertThat(CheckedLambdas.passed(lambda.getClass())).isFalse();

    assertThat((Object) SparkClosureCleaner.clean(lambda, true, true)).isSameAs(lambda);
    assertThat(CheckedLambdas.passed(lambda.getClass())).isTrue();

    Function1<Object, Object> another = new Same().andThen(new Same());
    assertThat(another.getClass()).isSameAs(lambda.getClass());
    assertThat((Object) SparkClosureCleaner.clean(another, true, true)).isSameAs(another);
  }

  @Test
  void anObjectThatIsNoLambdaIsCheckedAsEver() {
    Same same = new Same();
    assertThat((Object) SparkClosureCleaner.clean(same, true, true)).isSameAs(same);
    assertThat(CheckedLambdas.passed(Same.class)).isFalse();
  }

  @Test
  void whatCannotBeSerializedIsToldThoughTheSameLambdaPassedBefore() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    assertThat(context.parallelize(List.of(1, 2)).map(value -> value + 1).collect())
        .containsExactly(2, 3);

    Stays stays = new Stays();
    assertThatThrownBy(() -> context.parallelize(List.of(1, 2)).map(stays::plus))
        .isInstanceOf(SparkException.class)
        .hasMessage("Task not serializable");
  }
}
