"""Widgets over a real kernel's messages, with the test in the place of the page."""

from __future__ import annotations

import pytest

VIEW = "application/vnd.jupyter.widget-view+json"
IMPORTS = "import interlock.notebook.widget.*;"


class Shown:
    """What a cell has put on the page."""

    def __init__(self, kernel, code: str, cell: str = "cell") -> None:
        kernel.run(IMPORTS)
        self._kernel = kernel
        self._came: list[dict] = []
        answer = kernel.ask("execute_cell", code, cell)
        assert answer["status"] == "ok", answer
        opened = [m["content"] for m in answer["messages"] if m["type"] == "comm_open"]
        self.states = {content["comm_id"]: content["data"]["state"] for content in opened}
        self.display = [m["content"]["data"] for m in answer["messages"] if m["type"] == "display_data"]

    def id(self, model: str) -> str:
        return next(id for id, state in self.states.items() if state["_model_name"] == model + "Model")

    def set(self, model: str, **state) -> list[dict]:
        """The page sets a part of the state; answers what the kernel said about this object."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        self._came = self._kernel.ask("page_says", self.id(model), data)
        return [
            message["content"]["data"] for message in self._came
            if message["type"] == "comm_msg" and message["content"]["comm_id"] == self.id(model)
        ]

    def drawn(self, text: str) -> None:
        """Waits until the drawing holds the text."""
        # A quick drawing comes before the kernel says that it has taken the change.
        if text not in str(self._came):
            self._came = self._kernel.ask("listen", text, 20)
            assert self._came and text in str(self._came[-1]["content"]), self._came


SLIDER = 'Slider<Integer> cores = Slider.of("cores", 1, 64).start(8);\n'
DRAWING = SLIDER + 'Notebook.interact(() -> "now " + cores.value(), cores);'


def test_cell_shows_a_widget_and_its_static_form(kernel):
    shown = Shown(kernel, DRAWING)
    assert shown.states[shown.id("IntSlider")]["value"] == 8
    [data] = shown.display
    assert data[VIEW]["model_id"] == shown.id("VBox")
    assert data["text/plain"] == "cores: 8\nnow 8"
    assert "cores" in data["text/html"] and "now 8" in data["text/html"]


def test_change_on_the_page_is_taken_and_drawn(kernel):
    shown = Shown(kernel, DRAWING)
    [echo] = shown.set("IntSlider", value=16)
    assert echo["method"] == "echo_update" and echo["state"] == {"value": 16}
    shown.drawn("now 16")
    assert kernel.run("cores.value()").value() == "16"


@pytest.mark.parametrize("wrong, taken", [(1000, 64), (-5, 1), (7.5, 8), ("16", 8), ([], 8), ({}, 8), (1e300, 64), (True, 8)])
def test_wrong_value_is_set_back(kernel, wrong, taken):
    shown = Shown(kernel, DRAWING)
    assert shown.set("IntSlider", value=wrong)[-1] == {"method": "update", "state": {"value": taken}, "buffer_paths": []}
    assert kernel.run("cores.value()").value() == str(taken)


@pytest.mark.parametrize("data", [{}, {"method": "update"}, {"method": "update", "state": 3}, {"method": 7}, {"method": "update", "state": {"value": None}}])
def test_message_without_sense_is_ignored(kernel, data):
    shown = Shown(kernel, DRAWING)
    kernel.ask("page_says", shown.id("IntSlider"), data)
    assert kernel.run("cores.value()").value() == "8"


def test_thousand_changes_end_at_the_last(kernel):
    shown = Shown(kernel, SLIDER.replace("64", "2000") + 'Notebook.interact(() -> "now " + cores.value(), cores);')
    for value in range(1, 1001):
        shown.set("IntSlider", value=value)
    assert kernel.run("cores.value()").value() == "1000"
    kernel.ask("page_says", shown.id("HTML"), {"method": "request_state"})
    shown.set("IntSlider", value=1001)
    shown.drawn("now 1001")


def test_page_that_is_loaded_again_gets_all_back(kernel):
    shown = Shown(kernel, DRAWING)
    shown.set("IntSlider", value=33)
    shown.drawn("now 33")
    assert set(shown.states) <= set(kernel.ask("comms", "jupyter.widget"))
    kernel.ask("open_comm", "control-1", "jupyter.widget.control")
    messages = kernel.ask("page_says", "control-1", {"method": "request_states"})
    [answer] = [m["content"]["data"] for m in messages if m["type"] == "comm_msg"]
    assert answer["method"] == "update_states" and answer["buffer_paths"] == []
    assert answer["states"][shown.id("IntSlider")]["state"]["value"] == 33
    assert "now 33" in answer["states"][shown.id("HTML")]["state"]["value"]
    assert kernel.ask("comms", "nobody.knows.it") == []


def test_cell_that_is_run_again_closes_its_widgets(kernel):
    first = Shown(kernel, DRAWING, "again")
    known = len(kernel.ask("comms", "jupyter.widget"))
    for _ in range(20):
        last = Shown(kernel, DRAWING, "again")
    open_now = kernel.ask("comms", "jupyter.widget")
    assert len(open_now) == known
    assert set(last.states) <= set(open_now) and not set(first.states) & set(open_now)


def test_failing_drawing_is_one_sentence_and_the_controls_stay(kernel):
    shown = Shown(kernel, SLIDER + 'Notebook.interact(() -> { if (cores.value() > 9) throw new Error("too many"); return "fine"; }, cores);')
    shown.set("IntSlider", value=10)
    shown.drawn("The drawing failed: Error: too many")
    shown.set("IntSlider", value=9)
    shown.drawn("fine")


def test_failing_handler_says_so_below_its_cell(kernel):
    shown = Shown(kernel, SLIDER + 'cores.onChange(n -> { throw new StackOverflowError("deep"); });\nNotebook.show(cores);')
    shown.set("IntSlider", value=10)
    came = kernel.ask("listen", "What follows", 20)[-1]
    assert came["content"]["text"] == "What follows 'cores' failed: StackOverflowError: deep\n"
    assert kernel.run("1 + 1").value() == "2"


def test_button_works_beside_the_notebook_until_it_is_interrupted(kernel):
    shown = Shown(kernel, 'Button go = Button.of("Go", () -> { System.out.println("begun"); Thread.sleep(600_000); });\nNotebook.show(go);')
    kernel.ask("page_says", shown.id("Button"), {"method": "custom", "content": {"event": "click"}})
    kernel.ask("listen", "begun", 20)
    assert kernel.run("go.value()").value() == "0"
    kernel.ask("interrupt")
    kernel.ask("listen", "'Go' stopped", 20)
    assert kernel.run("go.value()").value() == "1"


def test_interrupt_ends_a_drawing_and_the_next_change_draws(kernel):
    shown = Shown(kernel, SLIDER + 'Notebook.interact(() -> { while (cores.value() == 9); return "now " + cores.value(); }, cores);')
    shown.set("IntSlider", value=9)
    kernel.ask("interrupt")
    shown.drawn("The drawing was stopped")
    shown.set("IntSlider", value=10)
    shown.drawn("now 10")


def test_interrupt_ends_the_cell_whose_first_drawing_does_not(kernel):
    kernel.run(IMPORTS + SLIDER)
    ended = kernel.interrupt('System.out.println("draws");\nNotebook.interact(() -> { while (true); }, cores);', "draws")
    assert ended["status"] == "error"


def test_live_demo_obeys_its_slider_while_it_runs(kernel):
    shown = Shown(
        kernel,
        SLIDER + 'Notebook.show(cores);\nLiveDisplay live = Notebook.live("");\n'
        'Demo obeys = Notebook.demo("obeys", () -> { while (true) { live.update("demo at " + cores.value()); Thread.sleep(10); } });',
    )
    shown.set("IntSlider", value=21)
    shown.drawn("demo at 21")
    shown.set("IntSlider", value=42)
    shown.drawn("demo at 42")
    kernel.run("obeys.close();")
