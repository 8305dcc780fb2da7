/**
 * Controls on the page that are bound to Java: what a learner drags, and what it changes.
 *
 * <p>Reading order: {@link interlock.notebook.widget.Control} is what all have; {@link
 * interlock.notebook.widget.Slider}, {@link interlock.notebook.widget.Play}, {@link
 * interlock.notebook.widget.Dropdown}, {@link interlock.notebook.widget.Checkbox}, {@link
 * interlock.notebook.widget.Button} and {@link interlock.notebook.widget.Tabs} are the controls;
 * {@link interlock.notebook.widget.Interaction} binds controls to a drawing.
 *
 * <p>Where no widget can be, in an exported page or on a console, the values stand as words above
 * the drawing.
 */
@NullMarked
package interlock.notebook.widget;

import org.jspecify.annotations.NullMarked;
