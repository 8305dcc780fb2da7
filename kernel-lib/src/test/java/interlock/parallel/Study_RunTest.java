package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.WorkerSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Studies on engines that only pretend: their times are exact. */
class Study_RunTest {
  /** Takes one millisecond a number, divided evenly by the workers. */
  private class Pretender implements Engine {
    private final String name;
    private final Family family;
    private final int mostWorkers;

    Pretender(String name, Family family, int mostWorkers) {
      this.name = name;
      this.family = family;
      this.mostWorkers = mostWorkers;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Family family() {
      return family;
    }

    @Override
    public int maxWorkers() {
      return mostWorkers;
    }

    @Override
    public <P, R> Run<R> run(Task<P, R> task, int workers) throws InterruptedException {
      log.add(name + " " + workers);
      Run<R> real = Engines.named("sequential").run(task, 1);
      long millis = (family == Family.CPYTHON ? 50 : 1) * task.size() / workers;
      return new Run<>(
          name,
          task.name(),
          workers,
          real.value(),
          Duration.ofMillis(7),
          Duration.ofMillis(millis),
          real.spans());
    }
  }

  private final List<String> log = new ArrayList<>();
  private final Engine one = new Pretender("one", Family.JAVA, 1);
  private final Engine many = new Pretender("many", Family.JAVA, 8);
  private final Engine python = new Pretender("python", Family.CPYTHON, 8);
  private final Task<Long, Long> task =
      Task.of("count", 100, 4, Piece::size, all -> all.stream().mapToLong(x -> x).sum());

  @Test
  void everyRound_runsEverythingOnce() throws InterruptedException {
    Study.of(task).engines(List.of(one, many)).workers(2).warmup(1).repeats(3).run();
    assertEquals(12, log.size());
    for (int round = 0; round < 4; round++) {
      assertEquals(
          List.of("many 1", "many 2", "one 1"),
          log.subList(3 * round, 3 * round + 3).stream().sorted().toList());
    }
  }

  @Test
  void result_hasOneRowAnEngineAndWorkerCount() throws InterruptedException {
    StudyResult result =
        Study.of(task).engines(List.of(one, many)).workers(1, 4).warmup(1).repeats(3).run();
    assertEquals(
        List.of("one 1", "many 1", "many 4"),
        result.rows().stream().map(row -> row.engine() + " " + row.workers()).toList());
    StudyRow last = result.rows().getLast();
    assertEquals(3, last.measurement().runs());
    assertEquals(Duration.ofMillis(25), last.measurement().median());
    assertEquals(Duration.ofMillis(7), last.startUp());
    assertEquals(4000, last.perSecond(), 1e-9);
    assertEquals(4, result.speedup(last), 1e-9);
    assertEquals(100L, result.answers().get(Family.JAVA));
    assertTrue(result.isComplete());
  }

  @Test
  void families_areComparedWithTheirOwnBaseline() throws InterruptedException {
    StudyResult result = Study.of(task).engines(List.of(one, python)).workers(2).run();
    assertEquals("python", result.baseline(Family.CPYTHON).engine());
    assertEquals(2, result.speedup(result.rows().getLast()), 1e-9);
    List<WorkerSeries> series = result.series();
    assertEquals(List.of("one", "python"), series.stream().map(WorkerSeries::label).toList());
    assertEquals(Duration.ofSeconds(5), series.getLast().baseline().median());
  }

  @Test
  void aim_choosesASizeForEachFamily() throws InterruptedException {
    StudyResult result =
        Study.of(task).engines(List.of(one, python)).workers(1).aim(Duration.ofSeconds(2)).run();
    assertEquals(2000, result.rows().getFirst().size());
    assertEquals(40, result.rows().getLast().size());
    assertEquals(Map.of(Family.JAVA, 2000L, Family.CPYTHON, 40L), result.answers());
  }

  @Test
  void listener_seesRowsGrowWhileItRuns() throws InterruptedException {
    List<StudyResult> seen = new ArrayList<>();
    Study.of(task)
        .engines(List.of(one, many))
        .workers(1)
        .warmup(1)
        .repeats(2)
        .listener(seen::add)
        .run();
    assertEquals(List.of(1, 2, 3, 4, 5, 6), seen.stream().map(StudyResult::runsDone).toList());
    assertTrue(seen.get(1).rows().isEmpty());
    assertFalse(seen.get(2).isComplete());
    assertEquals(6, seen.getLast().runsPlanned());
    assertEquals(2, seen.getLast().rows().size());
  }

  @Test
  void engineThatCannotRun_isSkippedWithItsReason() throws InterruptedException {
    Engine broken =
        new Pretender("broken", Family.JAVA, 1) {
          @Override
          public Optional<String> unavailable() {
            return Optional.of("The engine 'broken' is skipped: no coffee found");
          }
        };
    StudyResult result = Study.of(task).engines(List.of(broken, one)).run();
    assertEquals(List.of("The engine 'broken' is skipped: no coffee found"), result.skipped());
    assertEquals(1, result.rows().size());
    IllegalStateException alone =
        assertThrows(
            IllegalStateException.class, () -> Study.of(task).engines(List.of(broken)).run());
    assertTrue(String.valueOf(alone.getMessage()).contains("no coffee"));
  }

  @Test
  void differentAnswers_areReported() {
    int[] runs = {0};
    Task<Integer, Integer> moody = Task.of("moody", 1, 1, piece -> runs[0]++, List::getFirst);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Study.of(moody).engines(List.of(one)).run());
    assertTrue(String.valueOf(thrown.getMessage()).contains("answers 1 where another answered 0"));
  }

  @Test
  void interrupt_endsTheStudy() {
    Study<Long, Long> study =
        Study.of(task)
            .engines(List.of(one))
            .listener(growing -> Thread.currentThread().interrupt());
    assertThrows(InterruptedException.class, study::run);
    assertEquals(1, log.size());
  }

  @Test
  void impossiblePlans_areRefused() {
    Study<Long, Long> study = Study.of(task);
    assertThrows(IllegalArgumentException.class, () -> study.workers(0));
    assertThrows(IllegalArgumentException.class, () -> study.repeats(0));
    assertThrows(IllegalArgumentException.class, () -> study.warmup(-1));
    assertThrows(IllegalArgumentException.class, () -> study.aim(Duration.ZERO));
  }
}
