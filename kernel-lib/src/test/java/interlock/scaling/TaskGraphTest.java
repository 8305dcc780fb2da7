package interlock.scaling;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskGraphTest {
  static TaskGraph pavlova() {
    return TaskGraph.named("Pavlova")
        .handsOn("Get ingredients", ofMinutes(10))
        .handsOn("Whisk eggs", ofMinutes(5))
        .after("Get ingredients")
        .handsOn("Whisk in sugar", ofMinutes(10))
        .after("Whisk eggs")
        .waiting("Bake", ofMinutes(60))
        .after("Whisk in sugar")
        .using("oven")
        .handsOn("Whip cream", ofMinutes(5))
        .after("Get ingredients")
        .handsOn("Cut fruit", ofMinutes(15))
        .after("Get ingredients")
        .handsOn("Put together", ofMinutes(5))
        .after("Bake", "Whip cream", "Cut fruit")
        .build();
  }

  @Test
  void workAndSpan_areSums() {
    assertEquals(ofMinutes(110), pavlova().total());
    assertEquals(ofMinutes(50), pavlova().work());
    assertEquals(ofMinutes(90), pavlova().span());
    assertEquals(List.of("oven"), pavlova().appliances());
  }

  @Test
  void criticalPath_isTheLongestChain() {
    assertEquals(
        List.of("Get ingredients", "Whisk eggs", "Whisk in sugar", "Bake", "Put together"),
        pavlova().criticalPath().stream().map(TaskNode::name).toList());
  }

  @Test
  void levels_countTheNeedsBefore() {
    Map<String, Integer> levels = pavlova().levels();
    assertEquals(0, levels.get("Get ingredients"));
    assertEquals(1, levels.get("Cut fruit"));
    assertEquals(4, levels.get("Put together"));
  }

  @Test
  void longestFirst_putsWhatTheRestWaitsForAtTheHead() {
    assertEquals(
        List.of(
            "Get ingredients",
            "Whisk eggs",
            "Whisk in sugar",
            "Bake",
            "Cut fruit",
            "Whip cream",
            "Put together"),
        pavlova().longestFirst().names());
  }

  @Test
  void otherOrder_keepsTheNeeds() {
    List<String> backwards = new ArrayList<>(pavlova().names()).reversed();
    TaskGraph turned = pavlova().inOrder(backwards);
    assertEquals(backwards, turned.names());
    assertEquals(pavlova().span(), turned.span());
  }

  @Test
  void circle_isNamed() {
    TaskGraphBuilder builder =
        TaskGraph.named("Job")
            .handsOn("first", ofMinutes(1))
            .handsOn("a", ofMinutes(1))
            .after("first", "c")
            .handsOn("b", ofMinutes(1))
            .after("a")
            .handsOn("c", ofMinutes(1))
            .after("b")
            .handsOn("last", ofMinutes(1))
            .after("c");
    Refused.with(
        "These tasks wait for each other for ever: 'a' needs 'c' needs 'b' needs 'a':"
            + " take one of these needs away",
        builder::build);
  }

  @Test
  void taskThatNeedsItself_isACircle() {
    TaskGraphBuilder builder = TaskGraph.named("Job").waiting("a", ofMinutes(1)).after("a");
    Refused.with(
        "These tasks wait for each other for ever: 'a' needs 'a': take one of these needs away",
        builder::build);
  }

  @Test
  void behindACircle_theCircleIsNamed() {
    TaskGraphBuilder builder =
        TaskGraph.named("Job")
            .handsOn("behind", ofMinutes(1))
            .after("a")
            .handsOn("a", ofMinutes(1))
            .after("b")
            .handsOn("b", ofMinutes(1))
            .after("a");
    Refused.with(
        "These tasks wait for each other for ever: 'a' needs 'b' needs 'a':"
            + " take one of these needs away",
        builder::build);
  }

  @Test
  void longChain_needsNoDeepStack() {
    List<TaskNode> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      List<String> needs = i == 0 ? List.of() : List.of("t" + (i - 1));
      chain.add(
          new TaskNode("t" + i, TaskNode.Kind.HANDS_ON, Duration.ofMillis(1), needs, List.of()));
    }
    assertEquals(Duration.ofSeconds(20), new TaskGraph("chain", chain).span());
  }

  @Test
  void badInput_isRefused() {
    TaskGraph graph = TaskGraph.named("Job").handsOn("a", ofMinutes(1)).build();
    Refused.with(
        "'b' needs 'x', which is no task of 'Job': its tasks are [b]",
        () -> TaskGraph.named("Job").handsOn("b", ofMinutes(1)).after("x").build());
    Refused.with("'Job' has no task: add one", () -> TaskGraph.named("Job").build());
    Refused.with(
        "Two tasks of 'Job' are called 'a': rename one",
        () -> TaskGraph.named("Job").handsOn("a", ofMinutes(1)).waiting("a", ofMinutes(1)).build());
    Refused.with("A task needs a name", () -> TaskGraph.named("Job").handsOn(" ", ofMinutes(1)));
    Refused.with(
        "'a' takes longer than 0, not PT0S",
        () -> TaskGraph.named("Job").handsOn("a", Duration.ZERO));
    Refused.with("'a' stands twice in the order", () -> graph.inOrder(List.of("a", "a")));
    Refused.with("'a' is missing from the order", () -> graph.inOrder(List.of()));
    assertThrows(IllegalStateException.class, () -> TaskGraph.named("Job").after("a"));
  }
}
