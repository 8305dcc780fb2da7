package interlock.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvReader;

/** A CSV resource of this package, read as text. */
final class Sheet {
  private Sheet() {}

  /**
   * Reads {@code resource} as a table of strings; an empty cell is missing, and nothing else is.
   *
   * <p>The types are given, not detected: detection would read {@code 1.10} as a number, and takes
   * longer than the reading itself.
   *
   * @throws IllegalStateException if the jar lacks the resource
   */
  static Table read(String resource, String caption) {
    try (InputStream in = Sheet.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The jar lacks interlock/talk/%s: build it again.".formatted(resource));
      }
      return new CsvReader().read(options(in, caption));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvReadOptions options(InputStream in, String caption) {
    return CsvReadOptions.builder(new InputStreamReader(in, StandardCharsets.UTF_8))
        .tableName(caption)
        .columnTypes(column -> ColumnType.STRING)
        .missingValueIndicator("")
        .build();
  }
}
