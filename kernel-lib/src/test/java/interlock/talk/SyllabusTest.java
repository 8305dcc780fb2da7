package interlock.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyllabusTest {
  @Test
  void sections_areCompletePerTalkWithoutGaps() {
    Map<String, List<Integer>> numbers =
        Syllabus.sections().stream()
            .collect(
                Collectors.groupingBy(
                    Section::talk,
                    TreeMap::new,
                    Collectors.mapping(Section::number, Collectors.toList())));

    assertEquals(
        List.of("talk0", "talk1", "talk2", "talk3", "talk4"), new ArrayList<>(numbers.keySet()));
    assertEquals(List.of(9, 16, 14, 28, 10), numbers.values().stream().map(List::size).toList());
    numbers.values().forEach(talk -> assertEquals(talk.size(), talk.getLast()));
    numbers.values().forEach(talk -> assertEquals(talk.size(), new HashSet<>(talk).size()));
  }

  @Test
  void sections_sortByNumberNotByText() {
    List<String> ids = Syllabus.table().stringColumn("Id").asList();

    assertEquals(77, ids.size());
    assertTrue(ids.indexOf("1.2") < ids.indexOf("1.10"));
    assertEquals(Syllabus.sections(), Syllabus.sections().reversed().stream().sorted().toList());
  }

  @Test
  void everySection_hasATitleAndOneLine() {
    for (Section section : Syllabus.sections()) {
      assertFalse(section.title().isBlank());
      assertTrue(section.title().length() <= 45, section.title());
      assertFalse(section.whatYouSee().isBlank() || section.whatYouSee().endsWith("."));
    }
  }

  @Test
  void talk_hasItsSectionsOnly() {
    assertEquals(10, Syllabus.talk("talk4").rowCount());
    assertEquals(5, Syllabus.talks().rowCount());
  }

  @Test
  void unknownIds_areRefusedWithTheNearest() {
    String section = Refusal.of(() -> Syllabus.section("1.77"));
    String talk = Refusal.of(() -> Syllabus.talk("talk9"));

    assertEquals("No section \"1.77\": the nearest are 1.7, 0.7 and 1.1.", section);
    assertEquals("No talk \"talk9\": the nearest are talk0, talk1 and talk2.", talk);
  }

  @Test
  void malformedId_isRefused() {
    String e = Refusal.of(() -> new Section("1.02", "t", "w"));

    assertTrue(e.contains("1.02"));
  }
}
