package interlock.talk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The corrections of one scanned table: where, as scanned, as mended. */
final class Mends {
  private record Place(String row, String column) {}

  private record Mend(String scanned, String mended) {}

  private Mends() {}

  /**
   * Applies {@code mends} to {@code scan} in place and returns it.
   *
   * <p>Each mended column is built anew: a cell of a Tablesaw 0.44 text column that is set to
   * missing is not counted as missing.
   *
   * @param key the column, in both tables, that names a row
   * @throws IllegalStateException if a mend does not fit the scan
   */
  static Table apply(Table scan, Table mends, String key) {
    Map<Place, Mend> open = byPlace(mends, key);
    List<String> rows = scan.stringColumn(key).asList();
    for (String name : mends.stringColumn("Column").unique()) {
      StringColumn mended = StringColumn.create(name);
      for (int i = 0; i < rows.size(); i++) {
        String cell = scan.getString(i, name);
        Mend mend = open.remove(new Place(rows.get(i), name));
        mended.append(mend == null ? cell : fitting(mend, cell));
      }
      scan.replaceColumn(name, mended);
    }
    if (!open.isEmpty()) {
      throw new IllegalStateException("No such rows to mend: " + open.keySet());
    }
    return scan;
  }

  private static Map<Place, Mend> byPlace(Table mends, String key) {
    Map<Place, Mend> byPlace = new HashMap<>();
    for (Row mend : mends) {
      byPlace.put(
          new Place(mend.getString(key), mend.getString("Column")),
          new Mend(mend.getString("As scanned"), mend.getString("As mended")));
    }
    return byPlace;
  }

  private static String fitting(Mend mend, String cell) {
    if (!mend.scanned().equals(cell)) {
      throw new IllegalStateException(
          "The scan holds \"%s\" where the mend says \"%s\".".formatted(cell, mend.scanned()));
    }
    return mend.mended();
  }
}
