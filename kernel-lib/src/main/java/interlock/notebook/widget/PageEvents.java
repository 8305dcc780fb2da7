package interlock.notebook.widget;

import interlock.notebook.Comm;
import java.util.Map;

/** What the page may say about an object. Called on the thread that all messages wait for. */
interface PageEvents {
  /** Of an object that the page never changes, or whose changes do not matter here. */
  PageEvents NONE = (model, changes, answer) -> {};

  /** The page has changed these parts of the state. */
  void changed(Model model, Map<?, ?> changes, Comm answer);

  /** A button was pressed. */
  default void pressed() {}
}
