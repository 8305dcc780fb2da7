package interlock.gil.timeline;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interlock.gil.SimulatedGil;
import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.TimedDrop;
import interlock.gil.workload.Workload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerfettoTraceTest {
  private static final String HOSTILE = "<script>\"\\'& \uD83D\uDC0D\u2028 \uD800";

  private static final Pattern TIMES = Pattern.compile("\"(ts|dur)\":([0-9]+\\.[0-9]{3})\\b");

  private static Timeline run(GilPolicy policy) {
    return SimulatedGil.of(policy)
        .run(
            Workload.of(
                "a \"title\"",
                thread(HOSTILE, compute(millis(12)), io(millis(1))),
                thread("B", repeat(5, compute(millis(2)), lock("L"), io(micros(50)), unlock("L"))),
                thread("C", compute(millis(3)), send("c")).in("another")));
  }

  private static JsonObject trace(Timeline run) {
    StringBuilder text = new StringBuilder();
    try {
      PerfettoTrace.write(run, text);
      JsonParser.object().from(text.toString());
      // The parser rounds numbers to floats: read the times as the words that they are.
      String exact = TIMES.matcher(text).replaceAll("\"$1\":\"$2\"");
      return JsonParser.object().from(exact);
    } catch (IOException | JsonParserException e) {
      throw new AssertionError(text.toString(), e);
    }
  }

  private static List<JsonObject> events(JsonObject trace, String kind) {
    JsonArray all = trace.getArray("traceEvents");
    List<JsonObject> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.getObject(i).getString("ph").equals(kind)) {
        found.add(all.getObject(i));
      }
    }
    return found;
  }

  private static long nanos(JsonObject event, String field) {
    return new BigDecimal(event.getString(field)).movePointRight(3).longValueExact();
  }

  @Test
  void everyPolicy_givesJsonWithTheSlicesOfEveryThread() {
    for (GilPolicy policy : GilPolicy.all()) {
      Timeline run = run(policy);
      JsonObject trace = trace(run);
      assertEquals(run.title(), trace.getObject("otherData").getString("title"));
      int stretches = run.threads().stream().mapToInt(it -> it.stretches().size()).sum();
      long slices = events(trace, "X").stream().filter(it -> it.getInt("pid") > 2).count();
      assertEquals(stretches, slices, policy.name());
      int steps = run.locks().stream().mapToInt(it -> it.steps().size()).sum();
      assertEquals(steps, events(trace, "i").size(), policy.name());
    }
  }

  @Test
  void slicesOfATrack_neverOverlap() {
    Map<Integer, TreeMap<Long, Long>> byTrack = new TreeMap<>();
    for (JsonObject slice : events(trace(run(TimedDrop.v311())), "X")) {
      Long old =
          byTrack
              .computeIfAbsent(slice.getInt("tid"), _ -> new TreeMap<>())
              .put(nanos(slice, "ts"), nanos(slice, "dur"));
      assertEquals(null, old, slice.toString());
    }
    byTrack.forEach((track, slices) -> {
      long end = 0;
      for (Map.Entry<Long, Long> slice : slices.entrySet()) {
        assertTrue(slice.getKey() >= end, "track " + track);
        assertTrue(slice.getValue() > 0, "track " + track);
        end = slice.getKey() + slice.getValue();
      }
    });
  }

  @Test
  void handOver_isAnArrowFromTheHolderToTheNext() {
    Timeline run = run(TimedDrop.v311());
    JsonObject trace = trace(run);
    List<JsonObject> starts = events(trace, "s");
    List<JsonObject> ends = events(trace, "f");
    assertEquals(run.handOvers().size(), starts.size());
    assertEquals(run.handOvers().size(), ends.size());
    for (int i = 0; i < ends.size(); i++) {
      HandOver it = run.handOvers().get(i);
      assertEquals(starts.get(i).getInt("id"), ends.get(i).getInt("id"));
      assertTrue(it.takenNanos() - nanos(ends.get(i), "ts") <= 1, it.toString());
      assertEquals("e", ends.get(i).getString("bp"));
      assertTrue(isWithinASlice(trace, starts.get(i)), it.toString());
      assertTrue(isWithinASlice(trace, ends.get(i)), it.toString());
    }
  }

  private static boolean isWithinASlice(JsonObject trace, JsonObject end) {
    long at = nanos(end, "ts");
    return events(trace, "X").stream()
        .filter(it -> it.getInt("tid") == end.getInt("tid"))
        .anyMatch(it -> nanos(it, "ts") <= at && at < nanos(it, "ts") + nanos(it, "dur"));
  }

  @Test
  void everyTrack_hasAName() {
    JsonObject trace = trace(run(TimedDrop.v311()));
    List<Integer> named =
        events(trace, "M").stream()
            .filter(it -> it.getString("name").equals("thread_name"))
            .map(it -> it.getInt("tid"))
            .toList();
    for (String kind : List.of("X", "i", "s", "f")) {
      events(trace, kind)
          .forEach(it -> assertTrue(named.contains(it.getInt("tid")), it.toString()));
    }
    assertEquals(named.size(), named.stream().distinct().count());
  }

  @Test
  void hostileName_comesThroughAsTextWithoutHalfCharacters() {
    JsonObject trace = trace(run(TimedDrop.v311()));
    assertTrue(
        events(trace, "M").stream()
            .anyMatch(it ->
                HOSTILE
                    .replace('\uD800', '\uFFFD')
                    .equals(it.getObject("args").getString("name"))));
  }

  @Test
  void file_isWrittenOverWhatWasThere(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("trace.json"), "x".repeat(9_000_000));
    Timeline run = run(TimedDrop.v311());
    PerfettoTrace.write(run, file);
    StringBuilder text = new StringBuilder();
    PerfettoTrace.write(run, text);
    assertEquals(text.toString(), Files.readString(file));
  }
}
