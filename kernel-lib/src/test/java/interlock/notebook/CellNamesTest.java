package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNamesTest {
  @ParameterizedTest
  @CsvSource({
    "REPL.$JShell$3, half, half",
    "REPL.$JShell$3, do_it$, ''",
    "REPL.$JShell$3, do_it$Aux, ''",
    "REPL.$JShell$22_23B, over, over",
    "REPL.$JShell$14C$Dog, <init>, new Dog",
    "REPL.$JShell$14$Dog$Leg, walk, Dog.Leg.walk",
    "REPL.$JShell$32$Bank, <clinit>, the static initialiser of Bank",
    "REPL.$JShell$19, lambda$do_it$$0, a lambda",
    "REPL.$JShell$19, lambda$half$1, a lambda in half",
    "REPL.$JShell$14$Dog, lambda$walk$0, a lambda in Dog.walk",
    "REPL.$JShell$20$$JShell$anonymous$$0, run, run",
  })
  void frameOfACell_isNamedAsInTheSource(String type, String method, String expected) {
    assertEquals(expected, CellNames.in(new StackTraceElement(type, method, "", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.IllegalStateException, IllegalStateException",
    "REPL.$JShell$14C$Dog$TooOld, Dog.TooOld",
    "REPL.$JShell$20$$JShell$anonymous$$0, anonymous class",
  })
  void nameOfAClass_isShort(String name, String expected) {
    assertEquals(expected, CellNames.simple(name));
  }
}
