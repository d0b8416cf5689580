package dev.kindling.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which method a save has edited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MethodFactsTest {

  private static final String SOURCE =
      """
      import java.util.function.*;
      class A {
        int one(int x) {
          return x + 1;
        }
        String two() {
          return "two";
        }
        IntUnaryOperator three() {
          IntUnaryOperator times = y -> y * 3;
          return times.andThen(z -> z + 1);
        }
        int three(int overload) {
          return overload;
        }
        long four(long n) {
          for (long i = 0; i < 4; i++) {
            if (n > 4) { n -= i; }
          }
          return n;
        }
      }
      """;

  @TempDir private Path folder;
  private SourceCompiler compiler;
  private int number;

  @BeforeAll
  void startCompiler() {
    compiler = new SourceCompiler(List.of());
  }

  @AfterAll
  void closeCompiler() {
    compiler.close();
  }

  private Map<String, MethodFacts> facts(String source) {
    try {
      Path output = Files.createDirectories(folder.resolve("out" + number++));
      Path file = Files.writeString(output.resolve("A.java"), source);
      assertThat(compiler.compile(List.of(file), List.of(), output)).isEmpty();
      return MethodFactsReader.read(output.resolve("A.class"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The methods whose code differs once {@code from} has become {@code to}. */
  private Set<String> edited(String from, String to) {
    assertThat(SOURCE).contains(from);
    Map<String, MethodFacts> before = facts(SOURCE);
    Map<String, MethodFacts> after = facts(SOURCE.replace(from, to));
    Set<String> edited = new TreeSet<>();
    before.forEach(
        (method, facts) -> {
          if (after.get(method).digest() != facts.digest()) {
            edited.add(method);
          }
        });
    return edited;
  }

  @Test
  void aCommentIsNoEdit() {
    assertThat(edited("return x + 1;", "// one more\n\n return x + 1;")).isEmpty();
    assertThat(edited("class A {", "/** Doc. */\nclass A {\n\n\n")).isEmpty();
  }

  @Test
  void anotherNameForALocalIsNoEdit() {
    assertThat(edited("int one(int x) {\n    return x", "int one(int y) {\n    return y"))
        .isEmpty();
  }

  @Test
  void anotherConstantIsAnEditOfItsMethodAlone() {
    assertThat(edited("x + 1", "x + 2")).containsExactly("one");
    assertThat(edited("\"two\"", "\"twice\"")).containsExactly("two");
    assertThat(edited("i < 4", "i <= 4")).containsExactly("four");
    assertThat(edited("n -= i", "n += i")).containsExactly("four");
  }

  @Test
  void theBodyOfALambdaBelongsToItsMethod() {
    assertThat(edited("y * 3", "y * 4")).containsExactly("three");
    assertThat(edited("z + 1", "z + 2")).containsExactly("three");
  }

  @Test
  void aLambdaMoreInOneMethodIsNoEditOfAnother() {
    assertThat(edited("return \"two\";", "Supplier<String> s = () -> \"two\"; return s.get();"))
        .containsExactly("two");
  }

  @Test
  void anOverloadCountsToTheNameThatItShares() {
    assertThat(edited("return overload;", "return -overload;")).containsExactly("three");
  }

  @Test
  void theLineIsThatOfTheMethodAndNotOfItsLambdas() {
    Map<String, MethodFacts> facts = facts(SOURCE);
    assertThat(facts.get("one").line()).isEqualTo(lineOf("return x + 1"));
    assertThat(facts.get("two").line()).isEqualTo(lineOf("return \"two\""));
    assertThat(facts.get("four").line()).isEqualTo(lineOf("for (long"));
    assertThat(facts).doesNotContainKey("lambda$three$0");
  }

  @Test
  void everyConditionInItsOppositeIsAnEdit() {
    assertThat(edited("n > 4", "n <= 4")).containsExactly("four");
    assertThat(edited("n > 4", "n < 4")).containsExactly("four");
  }

  private static int lineOf(String text) {
    return (int) SOURCE.lines().takeWhile(line -> !line.contains(text)).count() + 1;
  }
}
