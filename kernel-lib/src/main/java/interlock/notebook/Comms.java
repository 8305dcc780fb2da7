package interlock.notebook;

import java.util.Map;

/** The seam to a kernel's comms. Safe for use by any thread. */
public interface Comms {
  /**
   * Opens a comm to the page.
   *
   * @param target the name under which the page knows what to make of it
   * @param data the first message
   * @param metadata said about the first message
   */
  Comm open(String target, Map<String, ?> data, Map<String, ?> metadata, Comm.Receiver receiver);

  /** Has {@code receiver} hear every comm that the page opens with this target. */
  void accept(String target, Comm.Receiver receiver);
}
