package interlock.gil.real;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/** The JVM's side of every experiment; each method is the Python program of the same name. */
final class JvmPrograms {
  private JvmPrograms() {}

  static List<Duration> compute(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    int workers = experiment.count("workers");
    double nanos = (double) experiment.count("total") / workers * cost.of(Quantity.LOOP);
    JvmThreads.Body body = () -> work.compute(interpreter, nanos);
    return whole(experiment, interpreter, Collections.nCopies(workers, body));
  }

  static List<Duration> release(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    int workers = experiment.count("workers");
    int times = experiment.count("times") / workers;
    double nanos = experiment.count("buffer") / 1024.0 * cost.of(Quantity.CHECKSUM);
    JvmThreads.Body body =
        () -> {
          for (int time = 0; time < times; time++) {
            interpreter.released(() -> {
              work.computeUnchecked(nanos);
              return true;
            });
          }
        };
    return whole(experiment, interpreter, Collections.nCopies(workers, body));
  }

  static List<Duration> sleepers(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    long pause = experiment.nanos("pause");
    int times = experiment.count("times");
    JvmThreads.Body body =
        () -> {
          for (int time = 0; time < times; time++) {
            sleep(interpreter, pause);
          }
        };
    return whole(experiment, interpreter, Collections.nCopies(experiment.count("workers"), body));
  }

  static List<Duration> pi(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    int workers = experiment.count("workers");
    int batch = experiment.count("batch");
    int turns = experiment.count("points") / workers / batch;
    double points = batch * cost.of(Quantity.POINT);
    double count = cost.of(Quantity.COUNTED);
    ReentrantLock lock = new ReentrantLock();
    JvmThreads.Body body =
        () -> {
          for (int turn = 0; turn < turns; turn++) {
            work.compute(interpreter, points);
            lock(interpreter, lock);
            try {
              work.compute(interpreter, count);
            } finally {
              lock.unlock();
            }
          }
        };
    return whole(experiment, interpreter, Collections.nCopies(workers, body));
  }

  /** As CPython's lock does: first try with the interpreter's lock held, then wait without. */
  private static void lock(Interpreter interpreter, ReentrantLock lock)
      throws InterruptedException {
    if (!lock.tryLock()) {
      interpreter.leave();
      lock.lockInterruptibly();
      boolean entered = false;
      try {
        interpreter.enter();
        entered = true;
      } finally {
        if (!entered) {
          lock.unlock();
        }
      }
    }
  }

  static List<Duration> produce(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    int items = experiment.count("items");
    int room = experiment.count("room");
    double loop = cost.of(Quantity.LOOP);
    double put = experiment.count("produce") * loop + cost.of(Quantity.PUT);
    double got = experiment.count("consume") * loop + cost.of(Quantity.GET);
    BlockingQueue<Integer> line = new LinkedBlockingQueue<>(room == 0 ? Integer.MAX_VALUE : room);
    JvmThreads.Body producer =
        () -> {
          for (int item = 0; item < items; item++) {
            work.compute(interpreter, put);
            Integer made = item;
            if (!line.offer(made)) {
              interpreter.released(() -> {
                line.put(made);
                return made;
              });
            }
          }
        };
    JvmThreads.Body consumer =
        () -> {
          for (int item = 0; item < items; item++) {
            if (line.poll() == null) {
              interpreter.released(line::take);
            }
            work.compute(interpreter, got);
          }
        };
    return whole(experiment, interpreter, List.of(producer, consumer));
  }

  private static List<Duration> whole(
      Experiment experiment, Interpreter interpreter, List<JvmThreads.Body> bodies)
      throws InterruptedException {
    JvmThreads.time(interpreter, bodies);
    List<Duration> samples = new ArrayList<>();
    for (int repeat = 0; repeat < experiment.count("repeats"); repeat++) {
      samples.add(Duration.ofNanos(JvmThreads.time(interpreter, bodies)));
    }
    return samples;
  }

  static List<Duration> heartbeat(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    long period = experiment.nanos("period");
    return beside(
        experiment,
        interpreter,
        () -> {
          long begin = System.nanoTime();
          sleep(interpreter, period);
          return System.nanoTime() - begin - period;
        });
  }

  static List<Duration> ready(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    try (Line line = Line.open()) {
      return beside(
          experiment,
          interpreter,
          () -> {
            long begin = System.nanoTime();
            interpreter.released(line::send);
            interpreter.released(line::receive);
            return System.nanoTime() - begin;
          });
    } catch (IOException impossible) {
      throw new IllegalStateException("No pipe can be had", impossible);
    }
  }

  /** The other side is a thread that needs no lock, as another process would not. */
  static List<Duration> echo(
      Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException {
    long pause = experiment.nanos("pause");
    SplittableRandom random = new SplittableRandom(1);
    try (Line there = Line.open();
        Line back = Line.open();
        JvmThreads other = new JvmThreads(interpreter)) {
      other.startOutside(() -> answer(there, back));
      return beside(
          experiment,
          interpreter,
          () -> {
            sleep(interpreter, random.nextLong(2 * pause));
            long begin = System.nanoTime();
            interpreter.released(there::send);
            interpreter.released(back::receive);
            return System.nanoTime() - begin;
          });
    } catch (IOException impossible) {
      throw new IllegalStateException("No pipe can be had", impossible);
    }
  }

  private static void answer(Line there, Line back) throws InterruptedException {
    while (there.receive()) {
      back.send();
    }
  }

  /** A line of bytes between two threads. An interrupt closes it: that is how a reader ends. */
  private record Line(Pipe pipe) implements AutoCloseable {
    static Line open() throws IOException {
      return new Line(Pipe.open());
    }

    boolean send() throws InterruptedException {
      try {
        return pipe.sink().write(ByteBuffer.allocate(1)) == 1;
      } catch (IOException closed) {
        throw interrupted(closed);
      }
    }

    boolean receive() throws InterruptedException {
      try {
        return pipe.source().read(ByteBuffer.allocate(1)) == 1;
      } catch (IOException closed) {
        throw interrupted(closed);
      }
    }

    private static InterruptedException interrupted(IOException closed) {
      if (closed instanceof ClosedChannelException) {
        // The interrupt is told by the exception from here on.
        Thread.interrupted();
        return new InterruptedException("The program was stopped");
      }
      throw new IllegalStateException(closed);
    }

    @Override
    public void close() throws IOException {
      pipe.sink().close();
      pipe.source().close();
    }
  }

  /** One sample: what it took, in nanoseconds. */
  private interface Sample {
    long take() throws InterruptedException;
  }

  /** Takes samples on a thread of the interpreter, beside threads that compute. */
  private static List<Duration> beside(
      Experiment experiment, Interpreter interpreter, Sample sample) throws InterruptedException {
    List<Duration> samples = Collections.synchronizedList(new ArrayList<>());
    int repeats = experiment.count("repeats");
    try (JvmThreads spinners = new JvmThreads(interpreter)) {
      for (int spinner = 0; spinner < experiment.count("spinners"); spinner++) {
        spinners.start(() -> Work.spin(interpreter));
      }
      JvmThreads.time(
          interpreter,
          List.of(() -> {
            for (int repeat = 0; repeat < repeats; repeat++) {
              samples.add(Duration.ofNanos(Math.max(0, sample.take())));
            }
          }));
    }
    return samples;
  }

  private static void sleep(Interpreter interpreter, long nanos) throws InterruptedException {
    interpreter.released(() -> {
      Thread.sleep(Duration.ofNanos(nanos));
      return true;
    });
  }
}
