package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import interlock.measure.MemoryPoint;
import interlock.measure.MemoryRecord;
import interlock.measure.MemorySeries;
import interlock.scaling.Amdahl;
import interlock.scaling.Schedule;
import interlock.scaling.TaskGraph;
import interlock.talk.Syllabus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Element;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every picture owes a reader who does not see it, or has no mouse. */
class PicturesTest {
  /** One picture of each kind, with a title and numbers that its text has to say. */
  record Sample(Picture picture, List<String> said) {
    @Override
    public String toString() {
      return picture.getClass().getSimpleName();
    }
  }

  static List<Sample> samples() {
    return List.of(
        new Sample(chart(), List.of("Squares", "side in m", "area in m²", "2 → 4")),
        new Sample(HtmlTable.of(table(), 5), List.of("Years", "Python", "1991", "year")),
        new Sample(HtmlArray.of(new int[][] {{1, 2}, {3, 47}}), List.of("int[][], 2 × 2", "47")),
        new Sample(
            CourseMap.of(Syllabus.talks(), Syllabus.coverage(Path.of("../notebooks"))),
            List.of("sections are ready", "1.3")),
        new Sample(LanesTest.cooks(), List.of("Two cooks, one oven", "time in minutes", "9.5")),
        new Sample(DiagramTest.names(), List.of("Two names, one list", "counts 3", "400")),
        new Sample(TaskDrawing.of(tasks()), List.of("dinner: what needs what", "3", "bake")),
        new Sample(AdviceChart.of(AdviceChartTest.ADVICE), List.of("Best: processes", "lock each")),
        new Sample(Gantt.of(Schedule.sequential(tasks())), List.of("dinner", "time in min")),
        new Sample(
            MemoryChart.of("Memory of a list", memory()), List.of("Memory of a list", "3.00 MiB")),
        new Sample(
            LawChart.of("Half is serial", 4).law(new Amdahl(0.5)),
            List.of("Half is serial", "1.60")),
        new Sample(
            GilTimeline.of(GilRuns.twoCounters(9)),
            List.of("Two threads count down", "9 hand-overs", "50.0 ms")),
        new Sample(ProtocolViewTest.dropping(), List.of("The lock at 5.002 ms", "worker")),
        new Sample(StepperTest.three(), List.of("Three lanes", "3. bake", "9.5")),
        new Sample(
            SideBySide.of(LanesTest.cooks(), ProtocolViewTest.dropping()),
            List.of("Two cooks", "The lock at 5.002 ms")),
        new Sample(GilChartsTest.speedup(), List.of("π on threads", "0.98×")),
        new Sample(GilChartsTest.latencies(), List.of("Echo", "5.00 ms")),
        new Sample(GilChartsTest.shares(), List.of("Where the time went", "49.8 %")),
        new Sample(Legend.all(), List.of("How to read the pictures", "21")),
        new Sample(Notice.wrong("Choose 1 to 64."), List.of("Wrong", "1 to 64")));
  }

  private static SvgChart chart() {
    XYChart chart = Charts.lines("Squares", "side in m", "area in m²");
    chart.addSeries("area", new double[] {1, 2}, new double[] {1, 4});
    return SvgChart.of(chart);
  }

  private static MemoryRecord memory() {
    List<MemoryPoint> points =
        List.of(
            new MemoryPoint(Duration.ZERO, 1 << 20),
            new MemoryPoint(Duration.ofSeconds(1), 3 << 20));
    return new MemoryRecord(
        Duration.ofSeconds(1),
        2,
        Duration.ofMillis(1),
        List.of(new MemorySeries("heap used", points)),
        List.of(),
        null);
  }

  private static TaskGraph tasks() {
    return TaskGraph.named("dinner")
        .handsOn("chop", Duration.ofMinutes(3))
        .waiting("bake", Duration.ofMinutes(40))
        .after("chop")
        .build();
  }

  private static Table table() {
    return Table.create(
        "Years", StringColumn.create("name", "Python"), IntColumn.create("year", new int[] {1991}));
  }

  @Test
  void everyPictureOfThePackage_hasASampleHere() {
    Set<String> drawn =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("interlock.view")
                .stream()
                .filter(type -> type.isAssignableTo(Picture.class) && !type.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        drawn,
        samples().stream().map(Sample::toString).collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void text_saysTitleAndNumbers(Sample sample) {
    for (String words : sample.said()) {
      assertTrue(sample.picture().text().contains(words), words);
    }
    assertFalse(sample.picture().text().contains("<"), "markup is no text");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyDrawing_hasTitleAndWords(Sample sample) throws Exception {
    for (Element svg : parse(sample).all("svg")) {
      Element title = (Element) svg.getElementsByTagName("title").item(0);
      Element words = (Element) svg.getElementsByTagName("desc").item(0);
      assertFalse(title.getTextContent().isBlank());
      assertFalse(words.getTextContent().isBlank());
      assertEquals(
          title.getAttribute("id") + " " + words.getAttribute("id"),
          svg.getAttribute("aria-labelledby"));
      assertTrue(Set.of("img", "group").contains(svg.getAttribute("role")));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyTable_hasCaptionAndScopes(Sample sample) throws Exception {
    Markup markup = parse(sample);
    for (Element table : markup.all("table")) {
      assertFalse(table.getElementsByTagName("caption").item(0).getTextContent().isBlank());
    }
    for (Element head : markup.all("th")) {
      assertTrue(Set.of("col", "row").contains(head.getAttribute("scope")));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyBoxThatScrolls_isReachedByKeyboardAndHasAName(Sample sample) throws Exception {
    for (Element element : parse(sample).all("*")) {
      if (element.getAttribute("class").matches("ilk (table|array).*")) {
        assertEquals("0", element.getAttribute("tabindex"));
        assertEquals("region", element.getAttribute("role"));
      }
      if (element.getAttribute("tabindex").equals("0")) {
        assertFalse(element.getAttribute("aria-label").isBlank(), element.getTagName());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyClassThatColours_isInTheStyleSheet(Sample sample) throws Exception {
    for (String classes : parse(sample).values("class")) {
      for (String name : classes.split(" ", -1)) {
        if (name.matches("[fsc]-.*|t\\d")) {
          assertTrue(Theme.css().contains("." + name + "{"), name);
        }
      }
    }
  }

  private static Markup parse(Sample sample) throws Exception {
    return Markup.parse("<div>" + sample.picture().html() + "</div>");
  }
}
