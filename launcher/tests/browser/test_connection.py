"""A connection that drops for a while: the page ends where the kernel is, and nothing piles up."""

import re

from deadline import wait_for
from scratch import notebook

IMPORTS = """\
import interlock.notebook.*;
import java.nio.file.*;"""

# It says in a file how many updates it has sent, since no page can, and ends when a file says so.
DEMO = """\
LiveDisplay live = Notebook.live("…");
Notebook.demo("counting", demo -> {
  for (int n = 0; !Files.exists(Path.of("enough")); n++) {
    live.update("update " + n);
    Files.writeString(Path.of("sent"), "" + n);
    Thread.sleep(2);
  }
  System.out.println("printed while the page was away");
  live.update("the last update");
  Files.createFile(Path.of("done"));
})"""
UPDATES = 300
# One update, what was printed, and what the kernel says of its state.
FEW = 10


class Line:
    """The page's connection to the kernels' messages, which a test can cut and mend."""

    def __init__(self, page):
        self._page = page
        self._open = []
        self._cut = False
        page.route_web_socket(re.compile("/channels"), self._connect)

    def _connect(self, socket):
        if self._cut:
            socket.close()
        else:
            self._open.append((socket, socket.connect_to_server()))

    def cut(self):
        self._cut = True
        for socket, server in self._open:
            server.close()
            socket.close()
        self._open.clear()

    def mend(self):
        self._cut = False


def test_page_that_returns_shows_the_last_update_of_hundreds(lab, server):
    line = Line(lab.page)
    lab.open(notebook(server.folder, "dropped", IMPORTS, DEMO))
    scratch = server.folder / "scratch"
    lab.run_cell(0)
    lab.run_cell(1)
    lab.output_area(1).get_by_text("update ").wait_for()

    line.cut()
    away = "Starting buffering"
    wait_for("the server to miss the page", lambda: away in server.log.read_text())
    before = _number(scratch / "sent")
    wait_for("updates", lambda: _number(scratch / "sent"), lambda seen: seen >= before + UPDATES)
    (scratch / "enough").touch()
    wait_for("the demo's end", (scratch / "done").exists)

    line.mend()
    lab.output_area(1).get_by_text("the last update").wait_for(timeout=60_000)
    assert "printed while the page was away" in lab.text(1)
    replayed = re.findall(r"Replaying (\d+) buffered messages", server.log.read_text())
    assert 0 < int(replayed[-1]) <= FEW


def _number(file) -> int:
    return int(file.read_text() or 0) if file.exists() else 0
