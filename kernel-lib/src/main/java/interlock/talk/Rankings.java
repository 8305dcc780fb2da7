package interlock.talk;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Three rankings of programming languages by popularity, as the talk "High Performance Python"
 * shows them: IEEE Spectrum 2017, PYPL and TIOBE of January 2018.
 *
 * <p>The scan of these slides is poor. A figure that can be read in it stands; one that cannot is
 * taken from the published ranking, and {@link #mends()} says so. Of TIOBE, the scan holds the
 * ranks of four lines and nothing else; the fifth line is added from the published index.
 *
 * <p>Source: Guillermo Cornejo, High Performance Python, CeNAT, February 2018, "Python is pretty
 * popular".
 */
public final class Rankings {
  private static final List<String> TABLES = List.of("ieee", "pypl", "tiobe");
  private static final String ROW = "Row";

  private Rankings() {}

  /**
   * Returns IEEE Spectrum's ten: rank, language, ranking (100 is the first). The slide's pictures
   * of the kinds of use are lost.
   */
  public static Table ieee() {
    Table table = mended("ieee").rejectColumns("Types");
    Columns.toInt(table, "Rank");
    Columns.toDouble(table, "Ranking", "Ranking");
    return table.setName("IEEE Spectrum 2017");
  }

  /**
   * Returns PYPL's first five: rank, change of rank, language, share of searches for tutorials in
   * per cent, trend over a year in percentage points.
   */
  public static Table pypl() {
    Table table = mended("pypl");
    Columns.toInt(table, "Rank");
    Columns.toDouble(table, "Share", "Share (%)");
    Columns.toDouble(table, "Trend", "Trend (points)");
    return table.setName("PYPL, January 2018");
  }

  /**
   * Returns TIOBE's first five: rank, rank a year before, language, rating in per cent, change over
   * a year in percentage points.
   */
  public static Table tiobe() {
    Table table = mended("tiobe");
    Columns.toInt(table, "Rank");
    Columns.toInt(table, "Rank a year before");
    Columns.toDouble(table, "Rating", "Rating (%)");
    Columns.toDouble(table, "Change", "Change (points)");
    return table.setName("TIOBE, January 2018");
  }

  /**
   * Returns the lines of one ranking as the scanner read them, cut into cells but not changed.
   *
   * @param ranking {@code ieee}, {@code pypl} or {@code tiobe}
   * @throws IllegalArgumentException if there is no such ranking; names the nearest
   */
  public static Table scanned(String ranking) {
    if (!TABLES.contains(ranking)) {
      throw Nearest.unknown("ranking", ranking, TABLES);
    }
    Table scan = scan(ranking);
    Columns.toInt(scan, ROW);
    return scan;
  }

  /** Returns every correction: table, row, column, as scanned, as mended, why. */
  public static Table mends() {
    Table mends = allMends();
    Columns.toInt(mends, ROW);
    return mends;
  }

  private static Table mended(String ranking) {
    Table mends = allMends();
    Table own = mends.where(mends.stringColumn("Table").isEqualTo(ranking));
    return Mends.apply(scan(ranking), own, ROW).rejectColumns(ROW, "Raw line");
  }

  private static Table scan(String ranking) {
    return Sheet.read("ranking-" + ranking + "-scan.csv", "As scanned: " + ranking);
  }

  private static Table allMends() {
    return Sheet.read("ranking-mends.csv", "Rankings: mends of the scan");
  }
}
