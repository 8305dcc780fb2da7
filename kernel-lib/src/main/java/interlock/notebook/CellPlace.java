package interlock.notebook;

import interlock.notebook.CellChannel.Stream;
import interlock.notebook.widget.Place;
import org.jspecify.annotations.Nullable;

/** A cell as the place where controls stand. */
record CellPlace(KernelAdapter adapter, Cell cell, Demos demos) implements Place {
  @Override
  public @Nullable Comms comms() {
    return adapter.comms();
  }

  @Override
  public Object run() {
    return cell;
  }

  @Override
  public @Nullable String cellId() {
    return cell.id();
  }

  @Override
  public void display(Rendering rendering) {
    cell.display(rendering);
  }

  @Override
  public void complain(String sentence) {
    cell.printLine(Stream.ERR, sentence);
    cell.flush();
  }

  @Override
  public void work(String name, Demo.Body body) {
    demos.startBeside(
        name,
        cell,
        demo -> {
          adapter.enter(cell);
          body.run(demo);
        });
  }
}
