package dev.kindling.tracking.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One thread that writes. Whatever waits when it comes round goes into one transaction, each work
 * behind a savepoint of its own, so that clients share the wait for the disk and one that fails
 * takes no other with it. A caller hears of its work only after the commit.
 */
final class GroupCommit implements AutoCloseable {

  private static final int MOST_TOGETHER = 128;

  /** One caller's work. */
  private static final class Item<T> {
    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Item(Work<T> work) {
      this.work = work;
    }

    /**
     * Does the work, or nothing of it.
     *
     * @throws RuntimeException when the whole transaction is lost
     */
    void run(Handle handle) {
      handle.execute("SAVEPOINT work");
      try {
        result = work.with(handle);
        handle.execute("RELEASE work");
      } catch (RuntimeException | Error e) {
        undo(handle, e);
        // Errors too: one caller's must not end the thread that all wait for.
        failure = Database.isFull(e) ? told(e) : e;
      }
    }

    private static void undo(Handle handle, Throwable cause) {
      try {
        handle.execute("ROLLBACK TO work");
        handle.execute("RELEASE work");
      } catch (RuntimeException noTransaction) {
        // SQLite has rolled back all by itself, as it may when the disk is full.
        StoreException lost = told(cause);
        lost.addSuppressed(noTransaction);
        throw lost;
      }
    }

    void tell() {
      if (failure == null) {
        done.complete(result);
      } else {
        done.completeExceptionally(failure);
      }
    }

    void fail(Throwable error) {
      done.completeExceptionally(failure == null ? error : failure);
    }
  }

  private final Handle handle;
  private final BlockingQueue<Item<?>> waiting = new LinkedBlockingQueue<>();
  private final Item<Handle> end = new Item<>(unused -> unused);
  private final Thread thread = new Thread(this::run, "tracking-writer");
  private boolean closed;

  GroupCommit(Handle handle) {
    this.handle = handle;
    thread.setDaemon(true);
    thread.start();
  }

  <T> T write(Work<T> work) {
    Item<T> item = new Item<>(work);
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("The store is closed.");
      }
      waiting.add(item);
    }
    try {
      return item.done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw new IllegalStateException("The work failed: " + cause, cause);
      }
      throw e;
    }
  }

  private void run() {
    try {
      while (true) {
        List<Item<?>> together = new ArrayList<>();
        together.add(waiting.take());
        waiting.drainTo(together, MOST_TOGETHER);
        boolean last = together.remove(end);
        commit(together);
        if (last) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      handle.close();
    }
  }

  private void commit(List<Item<?>> items) {
    if (items.isEmpty()) {
      return;
    }
    try {
      // Immediate: waits for another process's writer here, not in the middle.
      handle.execute("BEGIN IMMEDIATE");
      items.forEach(item -> item.run(handle));
      handle.execute("COMMIT");
    } catch (RuntimeException e) {
      rollBack(e);
      StoreException told = e instanceof StoreException lost ? lost : told(e);
      items.forEach(item -> item.fail(told));
      return;
    }
    items.forEach(Item::tell);
  }

  private void rollBack(RuntimeException cause) {
    try {
      handle.execute("ROLLBACK");
    } catch (RuntimeException noTransaction) {
      // The transaction is over already.
      cause.addSuppressed(noTransaction);
    }
  }

  private static StoreException told(Throwable e) {
    return Database.isFull(e)
        ? new StoreException(
            "The disk is full, so nothing was written: free some space and send it again.", e)
        : new StoreException(
            "The store could not be written: look at the server's log, and send it again.", e);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.add(end);
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
