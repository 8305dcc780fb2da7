package interlock.view;

import interlock.gil.policy.GilPolicy.ProtocolLine;
import interlock.gil.timeline.Moment;
import interlock.gil.timeline.Step;
import interlock.view.Pen.Anchor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@link ProtocolView}, laid out: the lock, who waits, and the strip of the protocol's steps. */
final class ProtocolDrawing {
  private static final double MARGIN = 12;
  private static final double RIGHT = Theme.WIDTH - MARGIN;
  private static final double HIGH = 40;
  private static final double ROW = 28;
  private static final int MOST_WAITING = 4;
  private static final double WORDS = 34;
  private static final double GAP = 14;
  private static final double WIDEST_CODE = 330;

  private final ProtocolView view;
  private final Moment moment;
  private final Pen pen = new Pen();
  private final double code;
  private final double place;
  private double y = MARGIN;

  ProtocolDrawing(ProtocolView view) {
    this.view = view;
    this.moment = view.moment();
    this.code = WORDS + widest(view, line -> line.kind().words()) + GAP;
    this.place = code + Math.min(WIDEST_CODE, widest(view, ProtocolLine::code)) + GAP;
  }

  /** Columns are as wide as their words, so that as much as can be is seen of the last one. */
  private static double widest(ProtocolView view, Function<ProtocolLine, String> words) {
    return view.protocol().stream()
        .mapToDouble(line -> TypeSize.SMALL.width(words.apply(line)))
        .max()
        .orElse(0);
  }

  String svg() {
    y += TypeSize.TITLE.pixels();
    pen.words(MARGIN, y, TypeSize.TITLE, Ink.TEXT, Anchor.START, ProtocolWords.title(view));
    y += 26;
    words(MARGIN, y, TypeSize.LABEL, Ink.TEXT, view.caption(), RIGHT);
    y += 14;
    lock();
    waiting();
    protocol();
    return pen.svg(Theme.WIDTH, y + MARGIN, ProtocolWords.title(view), view.text(), false);
  }

  private void words(double x, double base, TypeSize size, Ink ink, String words, double end) {
    pen.words(x, base, size, ink, Anchor.START, size.cut(words, end - x));
  }

  private boolean changed(Step.Kind... kinds) {
    Step last = moment.last();
    return last != null && List.of(kinds).contains(last.kind());
  }

  private void lock() {
    double top = y + 24;
    label(MARGIN, "held by");
    Area held = new Area(MARGIN, top + 8, 240, HIGH);
    if (moment.holder().isPresent()) {
      pen.area(held, Ink.HOLDS);
      String name = view.name(moment.holder().getAsInt());
      pen.wordsOn(held.within(4), Ink.HOLDS, TypeSize.LABEL, name);
    } else {
      pen.frame(held, Ink.SOFT, 1.5);
      pen.words(
          held.middle(), held.centre() + 6, TypeSize.LABEL, Ink.SOFT, Anchor.MIDDLE, "nobody");
    }
    ring(held, changed(Step.Kind.TAKES, Step.Kind.DROPS));
    label(300, "switch number");
    Area number = new Area(300, top + 8, 130, HIGH);
    pen.frame(number, Ink.TEXT, 1.5);
    pen.wordsOn(number, Ink.TEXT, TypeSize.LABEL, Numbers.format(moment.switchNumber()));
    if (view.hasRequests()) {
      request(new Area(490, top + 8, 130, HIGH));
    }
    y = top + 8 + HIGH + 14;
  }

  private void label(double x, String words) {
    pen.words(x, y + 18, TypeSize.SMALL, Ink.SOFT, Anchor.START, words);
  }

  private void ring(Area area, boolean isChanged) {
    if (isChanged) {
      pen.ring(area.within(-5));
    }
  }

  /** The flag is at the top of its pole, or lies at the foot. */
  private void request(Area area) {
    label(area.x(), "drop request");
    boolean up = moment.dropRequest();
    double pole = area.x() + 12;
    double flag = up ? area.y() + 1 : area.bottom() - 15;
    Ink ink = up ? Ink.TEXT : Ink.SOFT;
    pen.line(pole, area.y(), pole, area.bottom(), ink, 2.5);
    pen.corners(ink, pole, flag, pole + 24, flag + 7, pole, flag + 14);
    words(pole + 40, area.centre() + 6, TypeSize.LABEL, ink, up ? "up" : "down", area.right());
    ring(area, changed(Step.Kind.REQUESTS, Step.Kind.CLEARS));
  }

  /** There is room for as many as may come, so that the rows below stay where they are. */
  private void waiting() {
    label(MARGIN, "wanted by");
    y += 24;
    int rows = Math.min(MOST_WAITING, Math.max(1, view.run().threads().size() - 1));
    List<Moment.Waiting> all = moment.waiting();
    long longest = all.isEmpty() ? 0 : moment.nanos() - all.getFirst().sinceNanos();
    if (all.isEmpty()) {
      words(MARGIN, y + 18, TypeSize.LABEL, Ink.SOFT, "nobody", RIGHT);
    }
    for (int i = 0; i < Math.min(rows, all.size()); i++) {
      boolean cut = i == rows - 1 && all.size() > rows;
      waiting(all.get(i), y + i * ROW, longest, cut ? all.size() - rows : 0);
    }
    y += rows * ROW + 6;
  }

  private void waiting(Moment.Waiting one, double top, long longest, int more) {
    double share = longest == 0 ? 0 : (double) (moment.nanos() - one.sinceNanos()) / longest;
    Area bar = new Area(MARGIN, top + 2, 130 + 190 * share, ROW - 6);
    pen.area(bar, Ink.WAITS);
    pen.wordsOn(bar, Ink.WAITS, TypeSize.SMALL, view.name(one.thread()));
    Step last = moment.last();
    ring(bar, changed(Step.Kind.ASKS) && last != null && last.thread() == one.thread());
    String words = ProtocolWords.waited(view, one);
    words += more > 0 ? ", and " + more + " more" : "";
    words(bar.right() + 14, bar.centre() + 5, TypeSize.SMALL, Ink.TEXT, words, RIGHT);
  }

  private void protocol() {
    label(MARGIN, "the protocol");
    y += 26;
    Step last = moment.last();
    boolean marked = false;
    for (ProtocolLine line : view.protocol()) {
      boolean here = !marked && last != null && last.kind() == line.kind();
      marked |= here;
      line(line, here ? last : null);
    }
  }

  private void line(ProtocolLine line, @Nullable Step here) {
    Area row = new Area(MARGIN, y, RIGHT - MARGIN, ROW);
    double base = row.centre() + 6;
    if (here != null) {
      pen.frame(row, Ink.TEXT, 1.5);
      pen.corners(
          Ink.TEXT,
          row.x() + 6,
          row.y() + 7,
          row.x() + 18,
          row.centre(),
          row.x() + 6,
          row.bottom() - 7);
    } else {
      pen.line(row.x(), row.bottom(), row.right(), row.bottom(), Ink.GRID, 1);
    }
    Ink ink = here == null ? Ink.SOFT : Ink.TEXT;
    words(WORDS, base, TypeSize.SMALL, Ink.TEXT, line.kind().words(), code - 8);
    words(code, base, TypeSize.SMALL, ink, line.code(), place - 8);
    words(place, base, TypeSize.SMALL, ink, file(line.place()), RIGHT - 4);
    y += ROW;
  }

  /** The file's folder is left out: there is no room for it. */
  private static String file(String place) {
    int slash = place.lastIndexOf('/');
    return place.substring(slash + 1);
  }
}
