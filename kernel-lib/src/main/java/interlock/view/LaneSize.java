package interlock.view;

/**
 * How large lanes are drawn: many lanes are lower, and gather time into wider columns, so that a
 * picture stays small.
 *
 * @param pitch from one lane to the next, in pixels
 * @param bar how high a bar is
 * @param grain how wide a column of shares is
 */
record LaneSize(double pitch, double bar, int grain) {
  static LaneSize of(int lanes) {
    int grain = lanes <= 5 ? 1 : lanes <= 10 ? 2 : lanes <= 18 ? 3 : 4;
    return lanes <= 8
        ? new LaneSize(42, 30, grain)
        : lanes <= 14 ? new LaneSize(34, 24, grain) : new LaneSize(28, 20, grain);
  }
}
