package interlock.gil.real;

import java.util.Locale;

/** What experiments run: a Python program, and the same on the JVM. */
public enum Program {
  /** Workers that share out the same computation. */
  COMPUTE,
  /** The round trip of a byte to another process. */
  ECHO,
  /** A send and a receive that need not wait. */
  READY,
  /** A producer and a consumer that share a queue. */
  PRODUCE,
  /** Pi from random points, counted under one lock. */
  PI,
  /** Threads that only sleep. */
  SLEEPERS,
  /** C code that releases the interpreter lock. */
  RELEASE,
  /** A thread that is due at fixed times. */
  HEARTBEAT;

  /** Returns the text of the Python program. */
  public String source() {
    return onPython().source();
  }

  PythonProgram onPython() {
    return new PythonProgram(name().toLowerCase(Locale.ROOT));
  }

  JvmProgram onJvm() {
    return switch (this) {
      case COMPUTE -> JvmPrograms::compute;
      case ECHO -> JvmPrograms::echo;
      case READY -> JvmPrograms::ready;
      case PRODUCE -> JvmPrograms::produce;
      case PI -> JvmPrograms::pi;
      case SLEEPERS -> JvmPrograms::sleepers;
      case RELEASE -> JvmPrograms::release;
      case HEARTBEAT -> JvmPrograms::heartbeat;
    };
  }
}
