package interlock.view;

import interlock.gil.timeline.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a thread's {@link State} looks on a lane: an ink, and level lines through it where the thread
 * could go on but has no core. In the order in which shares stand on one another, from below.
 */
enum GilLayer {
  HOLDS(0, Ink.HOLDS, false, "holds the GIL"),
  HOLDS_OFF_CORE(1, Ink.HOLDS, true, "holds the GIL, has no core"),
  RUNS(2, Ink.RUNS, false, "runs without the GIL"),
  READY(3, Ink.RUNS, true, "could run, has no core"),
  WAITS(4, Ink.WAITS, false, "waits for the GIL or a lock"),
  IO(5, Ink.MOVES, false, "waits for I/O"),
  ASLEEP(6, null, false, "sleeps: nothing is drawn");

  private static final List<GilLayer> FROM_TOP = List.of(values()).reversed();
  private static final GilLayer[] BY_STATE = byState();
  private static final GilLayer[] ALL = values();
  static final int COUNT = ALL.length;

  private final int code;
  private final @Nullable Ink ink;
  private final boolean level;
  private final String words;

  GilLayer(int code, @Nullable Ink ink, boolean level, String words) {
    this.code = code;
    this.ink = ink;
    this.level = level;
    this.words = words;
  }

  static GilLayer of(State state) {
    return BY_STATE[state.code()];
  }

  /** Returns the layers in the order in which they are drawn over one another. */
  static List<GilLayer> fromTop() {
    return FROM_TOP;
  }

  private static GilLayer[] byState() {
    State[] states = State.values();
    GilLayer[] layers = new GilLayer[states.length];
    for (State state : states) {
      layers[state.code()] = layerOf(state);
    }
    return layers;
  }

  private static GilLayer layerOf(State state) {
    return switch (state) {
      case RUNS_WITH_GIL -> HOLDS;
      case HOLDS_OFF_CORE -> HOLDS_OFF_CORE;
      case RUNS_WITHOUT_GIL -> RUNS;
      case WAITS_FOR_CORE -> READY;
      case WAITS_FOR_GIL, WAITS_FOR_LOCK -> WAITS;
      case WAITS_FOR_IO -> IO;
      case SLEEPS -> ASLEEP;
    };
  }

  /** Returns the layer's place in columns, from 0 at the bottom. */
  int code() {
    return code;
  }

  /** Returns the ink, or null where nothing is drawn. */
  @Nullable Ink ink() {
    return ink;
  }

  /** Returns whether level lines cut it: the thread could go on, and has no core. */
  boolean isLevel() {
    return level;
  }

  /** Returns the layer as a legend says it. */
  String words() {
    return words;
  }
}
