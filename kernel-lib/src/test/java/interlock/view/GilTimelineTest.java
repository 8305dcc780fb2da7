package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step.Kind;
import interlock.gil.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GilTimelineTest {
  private static final Timeline COUNTERS = GilRuns.twoCounters(199);

  @Test
  void text_saysSharesAndHandOversByCause() {
    String text = GilTimeline.of(COUNTERS).text();
    assertTrue(
        text.startsWith(
            "Two threads count down\nShown from 0 s, 1.00 s long; ends at 1 s; 199 hand-overs:"
                + " interval expired 199\nGIL: held 99.5 %\n"),
        text);
    assertTrue(text.contains("\nmain: waits for the GIL or a lock 50.0 %, holds the GIL 49.7 %"));
    assertEquals(5, text.lines().count(), text);
  }

  @Test
  void oneHandOver_namesEveryStepOfTheProtocol() throws Exception {
    GilTimeline one = GilTimeline.of(COUNTERS).around(COUNTERS.handOvers().get(9));
    assertTrue(one.text().contains("50.002 ms: worker gives the lock up"), one.text());
    assertTrue(one.text().contains("50.028 ms: main takes the lock"), one.text());
    String words = String.join("|", Markup.parse(one.html()).texts("text"));
    for (Kind kind : List.of(Kind.CHECKS, Kind.DROPS, Kind.SIGNALS, Kind.TAKES, Kind.CLEARS)) {
      assertTrue(words.contains(kind.words()), kind + " in " + words);
    }
    assertTrue(Markup.parse(one.html()).texts("title").contains("asked to: interval expired"));
  }

  @Test
  void wholeSecond_hasNoFlagsButCountsItsHandOvers() throws Exception {
    Markup markup = Markup.parse(GilTimeline.of(COUNTERS).html());
    assertTrue(markup.texts("title").contains("hand-overs: up to 1 in a column"));
    assertFalse(String.join("|", markup.texts("text")).contains("takes the lock"));
    assertTrue(markup.all("circle").isEmpty());
  }

  @Test
  void microsecondHandOver_isSeenInAWholeSecond() {
    GilRuns run = GilRuns.of("main", "worker");
    run.state(0, State.RUNS_WITH_GIL, 0, "", 0).state(1, State.WAITS_FOR_GIL, -1, "", 0);
    run.state(0, State.WAITS_FOR_GIL, -1, "", 400_000_000);
    run.state(1, State.RUNS_WITH_GIL, 1, "", 400_000_000);
    run.state(0, State.RUNS_WITH_GIL, 0, "", 400_001_000);
    run.state(1, State.WAITS_FOR_GIL, -1, "", 400_001_000);
    run.step(0, Kind.TAKES, 0).step(0, Kind.DROPS, 399_999_000);
    run.step(1, Kind.TAKES, 400_000_000).step(1, Kind.DROPS, 400_001_000);
    run.handOver(0, 1, Cause.IO, 399_999_000, 400_000_000);
    Timeline second = run.end("A short visit", 1_000_000_000);
    String html = GilTimeline.of(second).html();
    String waits = html.replaceAll("(?s).*?<path class=\"f-waits\" d=\"(M[^\"]*)\".*", "$1");
    assertTrue(waits.matches("M[0-9.]+ [0-9.]+V[0-9.]+H[0-9.]+V[0-9.]+z"), waits);
    assertTrue(GilTimeline.of(second).text().contains("1 hand-over: I/O 1"));
    assertTrue(
        GilTimeline.of(second)
            .text()
            .contains("worker: waits for the GIL or a lock 100 %, holds the GIL less than 0.1 %"));
  }

  @Test
  void busySecond_staysSmall() throws Exception {
    for (int threads : List.of(2, 8, 30)) {
      String html = GilTimeline.of(GilRuns.busy(threads, 20_000)).html();
      assertTrue(html.length() < 150_000, threads + " threads: " + html.length());
      Markup.parse(html);
    }
    String counters = GilTimeline.of(COUNTERS).html();
    assertTrue(counters.length() < 150_000, "counters: " + counters.length());
  }

  @Test
  void ofManyThreads_theLastLaneStandsForTheRest() {
    String text = GilTimeline.of(GilRuns.busy(30, 3_000)).text();
    assertTrue(text.contains("\nreader 14: "), text);
    assertTrue(text.contains("\n15 other threads: waits for I/O"), text);
    assertFalse(text.contains("reader 15:"), text);
  }

  @Test
  void everyState_hasItsInkAndItsWords() throws Exception {
    Markup markup = Markup.parse(GilTimeline.of(GilRuns.everyState()).html());
    List<String> words = markup.texts("text");
    for (GilLayer layer : GilLayer.values()) {
      assertTrue(words.contains(layer.words()), layer + " in " + words);
    }
    List<String> classes = markup.values("class");
    assertTrue(classes.containsAll(List.of("f-holds", "f-runs", "s-waits", "s-moves")));
  }

  @Test
  void byCore_saysWhichThreadRunsWhere() throws Exception {
    GilTimeline cores =
        GilTimeline.of(COUNTERS).within(Duration.ZERO, Duration.ofMillis(20)).byCore();
    List<String> words = Markup.parse(cores.html()).texts("text");
    assertTrue(words.containsAll(List.of("core 0", "core 1", "main", "worker")), words.toString());
    assertTrue(cores.text().contains("core 0: holds the GIL 49.9 %"), cores.text());
  }

  @Test
  void twoRuns_shareOneAxisAndSayWhenEachEnds() throws Exception {
    GilTimeline both = GilTimeline.compare(COUNTERS, GilRuns.twoCounters(99));
    assertEquals(new TimeWindow(0, 1_000_000_000), both.window());
    assertTrue(both.text().contains("; ends at 1 s"), both.text());
    assertTrue(both.text().contains("; ends at 500 ms"), both.text());
    List<String> axes =
        Markup.parse(both.html()).texts("text").stream()
            .filter(words -> words.startsWith("virtual time"))
            .toList();
    assertEquals(List.of("virtual time in ms"), axes);
  }

  @Test
  void twoRuns_sayTheirPolicyOnce() {
    Timeline named = GilRuns.of("main").end("Nothing, 3.11", 1_000);
    assertEquals("Nothing, 3.11", TimelineWords.name(named));
    assertEquals("3.11: Two threads count down", TimelineWords.name(COUNTERS));
  }

  @Test
  void arrow_beginsWhereTheLockWasGivenUpOrWanted() {
    GilRuns run = GilRuns.of("main", "worker");
    run.step(0, Kind.ASKS, 0).step(0, Kind.TAKES, 0).step(0, Kind.DROPS, 1_000);
    run.step(1, Kind.ASKS, 9_000).step(1, Kind.TAKES, 9_500);
    Timeline free = run.handOver(0, 1, Cause.IO, 1_000, 9_500).end("Free for 8 µs", 10_000);
    assertEquals(9_000, GilWindow.underWayFrom(free, free.handOvers().getFirst()));
    assertEquals(5_002_000, GilWindow.underWayFrom(COUNTERS, COUNTERS.handOvers().getFirst()));
  }

  @Test
  void manyCauses_goOnASecondLineUncut() throws Exception {
    GilRuns run = GilRuns.of("main", "worker");
    run.state(0, State.RUNS_WITH_GIL, 0, "", 0).state(1, State.WAITS_FOR_GIL, -1, "", 0);
    run.step(0, Kind.TAKES, 0);
    long at = 0;
    for (Cause cause : List.of(Cause.IO, Cause.INTERVAL, Cause.ALLOW_THREADS, Cause.END)) {
      at += 1_000_000;
      run.handOver(0, 1, cause, at, at + 1_000);
    }
    List<String> words =
        Markup.parse(GilTimeline.of(run.end("Many causes", 82_863_061)).html()).texts("text");
    assertTrue(words.contains("Shown from 0 s, 82.9 ms long; ends at 82.863061 ms"), words + "");
    assertTrue(words.stream().anyMatch(it -> it.startsWith("4 hand-overs: ")), words + "");
    assertTrue(words.stream().noneMatch(it -> it.contains("…")), words + "");
  }

  @Test
  void axis_countsFromAMomentNearby() throws Exception {
    GilTimeline late = GilTimeline.of(COUNTERS).within(new TimeWindow(423_100_500, 423_150_500));
    List<String> words = Markup.parse(late.html()).texts("text");
    assertTrue(words.contains("virtual time in µs after 423.1 ms"), words.toString());
    assertTrue(words.contains("20"), words.toString());
  }

  @Test
  void now_isOneLineInTheInkOfTheHighlight() throws Exception {
    GilTimeline marked = GilTimeline.of(COUNTERS).at(500_000_000);
    assertEquals(1, coloured(marked, "s-changed"));
    assertEquals(0, coloured(GilTimeline.of(COUNTERS), "s-changed"));
    assertTrue(marked.text().contains("Now: 500 ms"));
  }

  private static long coloured(GilTimeline timeline, String name) throws Exception {
    return Markup.parse(timeline.html()).values("class").stream().filter(name::equals).count();
  }

  @Test
  void eachLane_isReachedByKeyboardAndSaysItsShares() throws Exception {
    List<Element> lanes =
        Markup.parse(GilTimeline.of(COUNTERS).html()).all("g").stream()
            .filter(g -> g.getAttribute("tabindex").equals("0"))
            .toList();
    assertEquals(4, lanes.size());
    assertEquals("GIL: held 99.5 %", lanes.getFirst().getAttribute("aria-label"));
  }

  @Test
  void withoutALock_thereIsNoLaneForOne() {
    GilRuns run = GilRuns.withoutLock("a", "b");
    run.state(0, State.RUNS_WITHOUT_GIL, 0, "", 0).state(1, State.RUNS_WITHOUT_GIL, 1, "", 0);
    String text = GilTimeline.of(run.end("Free", 1000)).text();
    assertFalse(text.contains("GIL:"), text);
    assertFalse(text.contains("hand-over"), text);
  }

  @Test
  void hostileNames_showAsText() throws Exception {
    String script = "<script>alert('&\"')</script>";
    Timeline run = GilRuns.twoCounters(script, "x".repeat(500), 3);
    for (GilTimeline timeline :
        List.of(
            GilTimeline.of(run),
            GilTimeline.of(run).byCore(),
            GilTimeline.of(run).around(run.handOvers().getFirst()))) {
      assertFalse(timeline.html().contains("<script"));
      Markup.parse(timeline.html());
    }
  }

  @Test
  void emptyRun_isDrawn() throws Exception {
    GilTimeline empty = GilTimeline.of(GilRuns.of("main").end("Nothing", 0));
    Markup.parse(empty.html());
    assertFalse(empty.html().contains("NaN"));
    assertTrue(empty.text().contains("main: nothing"), empty.text());
  }

  @Test
  void badWindows_areRefusedInOneSentence() {
    GilTimeline timeline = GilTimeline.of(COUNTERS);
    assertEquals(
        "A window of time begins at 0 or later and is 100 ns or longer: not from 5 to 5 ns",
        assertThrows(
                IllegalArgumentException.class,
                () -> timeline.within(Duration.ofNanos(5), Duration.ofNanos(5)))
            .getMessage());
    assertEquals(
        "A run begins at 0 ns, so no moment is -1 ns",
        assertThrows(IllegalArgumentException.class, () -> timeline.at(-1)).getMessage());
  }
}
