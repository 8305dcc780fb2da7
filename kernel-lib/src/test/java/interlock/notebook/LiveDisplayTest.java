package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveDisplayTest {
  private final RecordedChannel channel = new RecordedChannel();
  private final Cell cell = new Cell(channel, new ManualTimer());

  @Test
  void updates_lastOneIsShownWhenTheCellEnds() {
    LiveDisplay live = new LiveDisplay(cell, 0);
    for (int i = 1; i <= 100; i++) {
      live.update(i);
    }
    cell.end();
    assertEquals("display 0", channel.messages.getFirst());
    assertEquals("update 100", channel.messages.getLast());
    assertTrue(channel.messages.size() < 100, channel.messages::toString);
  }

  @Test
  void updateAfterTheEndOfTheCell_isShown() {
    LiveDisplay live = new LiveDisplay(cell, "before");
    cell.end();
    live.update("after");
    live.flush();
    assertEquals(List.of("display before", "update after"), channel.messages);
  }

  @Test
  void textPrintedBefore_isShownAboveIt() {
    cell.printLine(CellChannel.Stream.OUT, "text");
    LiveDisplay live = new LiveDisplay(cell, "value");
    assertEquals(List.of("OUT text\n", "display value"), channel.messages);
    assertTrue(live.toString().startsWith("LiveDisplay"));
  }

  @Test
  void sameValueAgain_isNotSentAgain() {
    LiveDisplay live = new LiveDisplay(cell, "same");
    live.update("same");
    live.flush();
    assertEquals(List.of("display same"), channel.messages);
  }

  /** As a chart does when another thread changes it in the middle of a drawing. */
  private record Torn(AtomicInteger calls, int failures) {
    @Override
    public String toString() {
      if (calls.incrementAndGet() <= failures) {
        throw new IllegalStateException("torn");
      }
      return "whole";
    }
  }

  @Test
  void drawingThatFailsOnce_isTriedAgain() {
    LiveDisplay live = new LiveDisplay(cell, "first");
    live.update(new Torn(new AtomicInteger(), 1));
    live.flush();
    live.flush();
    assertEquals("update whole", channel.messages.getLast());
  }

  @Test
  void drawingThatFailsAgain_saysSo() {
    LiveDisplay live = new LiveDisplay(cell, "first");
    live.update(new Torn(new AtomicInteger(), 9));
    live.flush();
    live.flush();
    String last = channel.messages.getLast();
    assertTrue(last.contains("could not be shown") && last.contains("torn"), last);
  }
}
