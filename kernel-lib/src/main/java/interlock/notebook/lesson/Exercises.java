package interlock.notebook.lesson;

import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The learner's answers, by the id of their exercise; safe for use by any thread. */
public final class Exercises {
  private record Answer(@Nullable Object value) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /** A notebook without an answer yet. */
  public Exercises() {}

  /**
   * Keeps an answer in place of an earlier one to the same exercise.
   *
   * @return one sentence for the learner
   */
  public String solve(String id, @Nullable Object answer) {
    answers.put(id, new Answer(answer));
    return "Your answer to %s is kept. Now run its check.".formatted(id);
  }

  /** Begins the check of an answer, which may not be there, or be of another type. */
  public <T> Check<T> check(String id, Class<T> type) {
    Answer answer = answers.get(id);
    if (answer == null) {
      return Check.refused(
          "Run the exercise cell of %s first, the one with solve(\"%s\", …).".formatted(id, id));
    }
    if (answer.value == null) {
      return Check.refused("The answer to %s is null: give solve a value.".formatted(id));
    }
    if (!boxed(type).isInstance(answer.value)) {
      return Check.refused(
          "The answer to %s is a value of type %s, and its check needs a %s: give solve one of that type."
              .formatted(id, Shown.typeOf(answer.value), type.getSimpleName()));
    }
    return Check.of(boxed(type).cast(answer.value));
  }

  @SuppressWarnings("unchecked") // int.class and Integer.class are both a Class<Integer>
  private static <T> Class<T> boxed(Class<T> type) {
    return (Class<T>) MethodType.methodType(type).wrap().returnType();
  }
}
