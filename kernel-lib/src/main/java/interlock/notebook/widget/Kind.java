package interlock.notebook.widget;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kinds of object that the page's widget library makes.
 *
 * <p>Source: ipywidgets 8, "Jupyter widgets in the core library", model and view names of
 * {@code @jupyter-widgets/base} 2.0.0 and {@code @jupyter-widgets/controls} 2.0.0.
 */
enum Kind {
  LAYOUT("Layout", "LayoutView", Kind.BASE),
  STYLE("DescriptionStyle", "StyleView", Kind.CONTROLS),
  SLIDER_STYLE("SliderStyle", "StyleView", Kind.CONTROLS),
  CHECKBOX_STYLE("CheckboxStyle", "StyleView", Kind.CONTROLS),
  BUTTON_STYLE("ButtonStyle", "StyleView", Kind.CONTROLS),
  HTML_STYLE("HTMLStyle", "StyleView", Kind.CONTROLS),
  INT_SLIDER("IntSlider", "IntSliderView", Kind.CONTROLS),
  FLOAT_SLIDER("FloatSlider", "FloatSliderView", Kind.CONTROLS),
  PLAY("Play", "PlayView", Kind.CONTROLS),
  DROPDOWN("Dropdown", "DropdownView", Kind.CONTROLS),
  CHECKBOX("Checkbox", "CheckboxView", Kind.CONTROLS),
  BUTTON("Button", "ButtonView", Kind.CONTROLS),
  TAB("Tab", "TabView", Kind.CONTROLS),
  HTML("HTML", "HTMLView", Kind.CONTROLS),
  VBOX("VBox", "VBoxView", Kind.CONTROLS),
  HBOX("HBox", "HBoxView", Kind.CONTROLS),
  LINK("Link", "", Kind.CONTROLS);

  private static final String BASE = "@jupyter-widgets/base";
  private static final String CONTROLS = "@jupyter-widgets/controls";
  private static final String VERSION = "2.0.0";

  private final String model;
  private final String view;
  private final String module;

  Kind(String name, String view, String module) {
    this.model = name + "Model";
    this.view = view;
    this.module = module;
  }

  /** The part of an object's state that says what it is. */
  Map<String, Object> names() {
    Map<String, Object> names = new LinkedHashMap<>(naming());
    names.put("_model_module_version", VERSION);
    names.put("_view_module_version", VERSION);
    names.put("_view_module", view.equals("StyleView") ? BASE : module);
    if (!view.isEmpty()) {
      names.put("_view_name", view);
    }
    return names;
  }

  private Map<String, Object> naming() {
    return Map.of("_model_name", model, "_model_module", module);
  }

  /** How an object is described to a page that has lost it. */
  Map<String, Object> described(Map<String, Object> state) {
    return Map.of(
        "model_name", model,
        "model_module", module,
        "model_module_version", VERSION,
        "state", state);
  }
}
