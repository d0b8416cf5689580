package dev.kindling.run.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassPathClassesTest {

  private final List<String> asked = new ArrayList<>();

  private final ClassPathClasses classes =
      new ClassPathClasses(
          new ClassLoader(ClassPathClassesTest.class.getClassLoader()) {
            @Override
            public Class<?> loadClass(String name) throws ClassNotFoundException {
              asked.add(name);
              return super.loadClass(name);
            }

            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
              asked.add(name);
              return super.getResources(name);
            }
          });

  @Test
  void whatIsThereIsFound() throws ClassNotFoundException {
    assertThat(classes.loadClass("java.util.ArrayList")).isSameAs(ArrayList.class);
  }

  @Test
  void whatIsMissingIsLookedForOnce() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> classes.loadClass("no.such.Class"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessage("no.such.Class")
          .hasNoCause();
    }
    assertThat(asked).containsExactly("no.such.Class");
  }

  @Test
  void servicesAreLookedForOnce() throws IOException {
    String engines = "META-INF/services/org.junit.platform.engine.TestEngine";
    List<URL> first = Collections.list(classes.getResources(engines));
    assertThat(first).isNotEmpty();
    assertThat(Collections.list(classes.getResources(engines))).isEqualTo(first);
    assertThat(asked).containsExactly(engines);
  }
}
