package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.notebook.CellChannel.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheredOutputTest {
  private final ManualTimer timer = new ManualTimer();
  private final RecordedChannel channel = new RecordedChannel();
  private final GatheredOutput output = new GatheredOutput(channel, timer);

  private void print(Stream stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    output.write(stream, bytes, 0, bytes.length);
  }

  @Test
  void manyPrints_becomeOneMessageAfterTheDelay() {
    IntStream.range(0, 1000).forEach(i -> print(Stream.OUT, "a\n"));
    assertEquals(List.of(), channel.messages);
    timer.advance(GatheredOutput.DELAY);
    assertEquals(List.of("OUT " + "a\n".repeat(1000)), channel.messages);
  }

  @Test
  void printsThatGoOn_arriveEveryDelay() {
    for (int i = 0; i < 10; i++) {
      print(Stream.OUT, i + " ");
      timer.advance(GatheredOutput.DELAY.dividedBy(2));
    }
    assertTrue(channel.messages.size() >= 4, channel.messages::toString);
  }

  @Test
  void nothingPrinted_leavesNoTimerRunning() {
    print(Stream.OUT, "a");
    timer.advance(GatheredOutput.DELAY);
    assertEquals(0, timer.waiting());
    print(Stream.OUT, "");
    assertEquals(0, timer.waiting());
  }

  @Test
  void tenMillionCharacters_arriveWholeInBoundedMessagesWithoutWaiting() {
    String text = "0123456789".repeat(1_000_000);
    print(Stream.OUT, text);
    output.flush();
    assertEquals(text, channel.printed());
    assertTrue(channel.texts.stream().allMatch(part -> part.length() <= GatheredOutput.LARGEST));
  }

  @Test
  void tenMillionCharacters_areDrawnAnewAFewTimesOnly() {
    print(Stream.OUT, "0123456789".repeat(1_000_000));
    output.flush();
    long drawn = 0;
    long soFar = 0;
    for (String part : channel.texts) {
      soFar += part.length();
      drawn += soFar;
    }
    assertTrue(drawn <= 3 * soFar, drawn + " characters drawn for " + soFar);
  }

  @Test
  void smallPrintAfterMuchText_waitsLonger() {
    print(Stream.OUT, "x".repeat(10_000_000));
    timer.advance(Duration.ofSeconds(2));
    int before = channel.messages.size();
    print(Stream.OUT, "late");
    timer.advance(Duration.ofMillis(900));
    assertEquals(before, channel.messages.size());
    timer.advance(Duration.ofMillis(200));
    assertEquals(before + 1, channel.messages.size());
  }

  @Test
  void aFlood_waitsInBoundedMemory() {
    print(Stream.OUT, "x".repeat(50 * GatheredOutput.CHUNK));
    int waiting = 50 * GatheredOutput.CHUNK - channel.printed().length();
    assertTrue(waiting < GatheredOutput.LARGEST, () -> waiting + " characters wait");
  }

  @Test
  void charactersCutByWritesAndMessages_arriveWhole() {
    // One, two, three and four bytes; the last is two Java characters.
    String text = "aé€😀".repeat(60_000);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(1 + random.nextInt(999), bytes.length - at);
      output.write(Stream.OUT, bytes, at, length);
      at += length;
    }
    output.flush();
    assertEquals(text, channel.printed());
    for (String part : channel.texts) {
      byte[] sent = part.getBytes(StandardCharsets.UTF_8);
      assertEquals(part, new String(sent, StandardCharsets.UTF_8));
    }
  }

  @Test
  void bytesThatAreNotUtf8_becomeReplacementCharacters() {
    output.write(Stream.OUT, new byte[] {'a', (byte) 0xFF, 'b'}, 0, 3);
    output.flush();
    assertEquals("a\uFFFDb", channel.printed());
  }

  @Test
  void twoStreams_keepTheirOrder() {
    print(Stream.OUT, "1");
    print(Stream.ERR, "2");
    print(Stream.OUT, "3");
    print(Stream.OUT, "4");
    output.flush();
    assertEquals(List.of("OUT 1", "ERR 2", "OUT 34"), channel.messages);
  }

  @Test
  void streamsThatAlternateWithoutEnd_giveFewMessages() {
    for (int i = 0; i < 5000; i++) {
      print(i % 2 == 0 ? Stream.OUT : Stream.ERR, i + "\n");
    }
    output.flush();
    assertTrue(channel.messages.size() <= GatheredOutput.MOST_RUNS + 1);
    assertEquals(evens(5000), printed(Stream.OUT));
  }

  private static String evens(int end) {
    return IntStream.range(0, end / 2).mapToObj(i -> 2 * i + "\n").collect(Collectors.joining());
  }

  private String printed(Stream stream) {
    String start = stream + " ";
    return channel.messages.stream()
        .filter(message -> message.startsWith(start))
        .map(message -> message.substring(start.length()))
        .collect(Collectors.joining());
  }

  @Test
  void flushBeforeTheDelay_publishesOnce() {
    print(Stream.OUT, "a");
    output.flush();
    timer.advance(Duration.ofSeconds(1));
    assertEquals(List.of("OUT a"), channel.messages);
  }
}
