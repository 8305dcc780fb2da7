package interlock.gil.real;

/** The JVM as it is: threads run at the same time, nobody waits. */
public final class Unlocked implements Interpreter {
  @Override
  public void enter() {}

  @Override
  public void leave() {}

  @Override
  public void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The program was stopped");
    }
  }

  @Override
  public String toString() {
    return "JVM without a lock";
  }
}
