package interlock;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The map of the house: every package under {@code interlock} and the packages that it may see. */
final class House {

  private static final Map<String, Set<String>> CONCEPT_ARROWS =
      Map.of(
          "gil", Set.of("python", "measure"),
          "race", Set.of("python"),
          "python", Set.of("memory", "ndarray"),
          "memory", Set.of(),
          "ndarray", Set.of(),
          "parallel", Set.of("ndarray", "measure"),
          "scaling", Set.of("measure"),
          "measure", Set.of(),
          "talk", Set.of());

  private House() {}

  /** The packages that hold what the talks are about; they know of no picture and no notebook. */
  static Set<String> concepts() {
    return CONCEPT_ARROWS.keySet();
  }

  /** Every package with the packages that it may depend on, itself left out. */
  static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>(CONCEPT_ARROWS);
    arrows.put("view", concepts());
    arrows.put(
        "notebook",
        Stream.concat(concepts().stream(), Stream.of("view")).collect(toUnmodifiableSet()));
    return arrows;
  }

  /** The ArchUnit pattern for a package and all below it. */
  static String tree(String name) {
    return "interlock." + name + "..";
  }

  /** The patterns for several packages. */
  static String[] trees(Set<String> names) {
    return names.stream().sorted().map(House::tree).toArray(String[]::new);
  }
}
