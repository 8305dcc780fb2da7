/**
 * Controls on the page that are bound to Java: what a learner drags, and what it changes.
 *
 * <p>Reading order: {@link interlock.notebook.widget.Control} is what all have; {@link
 * interlock.notebook.widget.Slider}, {@link interlock.notebook.widget.Play}, {@link
 * interlock.notebook.widget.Dropdown}, {@link interlock.notebook.widget.Checkbox}, {@link
 * interlock.notebook.widget.Button}, {@link interlock.notebook.widget.Row} and {@link
 * interlock.notebook.widget.Tabs} are the controls; {@link interlock.notebook.widget.Widgets} shows
 * them. Below these, a {@code Board} is what one call has put on the page, a {@code Face} is one
 * showing of a control, a {@code Model} is one object of the page's widget library, and {@link
 * interlock.notebook.widget.Place} is the seam to the cell.
 *
 * <p>Where no widget can be, in an exported page or on a console, the values stand as words above
 * the drawing.
 *
 * <p>Limits: after a restart of the kernel, a page that is loaded again says "model not found"
 * until the cell is run, as it does of ipywidgets in Python: JupyterLab's renderer of widgets never
 * falls back to the words beside them.
 */
@NullMarked
package interlock.notebook.widget;

import org.jspecify.annotations.NullMarked;
