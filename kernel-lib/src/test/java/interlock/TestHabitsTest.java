package interlock;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** What every test holds to: a name that says its case, and no waiting for a clock. */
class TestHabitsTest {

  private static final DescribedPredicate<JavaCall<?>> SLEEP =
      describe(
          "is a sleep",
          call ->
              call.getName().equals("sleep")
                  && (call.getTargetOwner().isAssignableTo(Thread.class)
                      || call.getTargetOwner().isAssignableTo(TimeUnit.class)));

  private static JavaClasses tests = new ClassFileImporter().importClasses();

  @BeforeAll
  static void importTheTests() {
    tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("interlock");
  }

  @Test
  void testMethods_areNamedConditionAndResult() {
    methods()
        .that(metaAnnotatedWith(Testable.class))
        .should()
        .haveNameMatching("[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)+")
        .check(tests);
  }

  @Test
  void tests_waitForEventsNotForTime() {
    noClasses()
        .should()
        .callMethodWhere(SLEEP)
        .because("a latch or a queue says when; a sleep only hopes")
        .check(tests);
  }
}
