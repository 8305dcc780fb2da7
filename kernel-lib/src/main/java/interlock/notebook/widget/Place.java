package interlock.notebook.widget;

import interlock.notebook.Comms;
import interlock.notebook.Demo;
import interlock.notebook.Rendering;
import org.jspecify.annotations.Nullable;

/** Where controls are shown: one run of one cell. Safe for use by any thread. */
public interface Place {
  /** The kernel's comms, or null where there are none. */
  @Nullable Comms comms();

  /** What is the same object for everything that this run of the cell shows. */
  Object run();

  /** What is the same text each time the cell is run, or null where the front end does not say. */
  @Nullable String cellId();

  /** Shows a value below what the cell has shown so far. */
  void display(Rendering rendering);

  /** Says below the cell what went wrong. */
  void complain(String sentence);

  /** Runs {@code body} beside the notebook, as part of the cell, until the stop button ends it. */
  void work(String name, Demo.Body body);
}
