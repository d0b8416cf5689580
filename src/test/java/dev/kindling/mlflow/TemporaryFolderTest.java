package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Folders of models that were loaded. */
@Timeout(60)
final class TemporaryFolderTest {

  private static final InheritableThreadLocal<Object> SESSION = new InheritableThreadLocal<>();

  @Test
  void whatAThreadHadWhenAModelWasLoadedIsForgotten() throws InterruptedException {
    SESSION.set(new Object());
    WeakReference<Object> had = new WeakReference<>(SESSION.get());

    TemporaryFolder.create().removeAtExit();
    SESSION.remove();

    while (had.get() != null) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(had.get()).isNull();
  }

  /** The control: a thread that is still to run keeps what it inherits. */
  @Test
  void aThreadThatInheritsKeepsIt() throws InterruptedException {
    SESSION.set(new Object());
    WeakReference<Object> had = new WeakReference<>(SESSION.get());

    Thread heir = new Thread(() -> {});
    SESSION.remove();
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(had.get()).isNotNull();
    assertThat(heir.isAlive()).isFalse();
  }
}
