/**
 * Values to pictures: charts, tables, arrays, and the one theme that they share.
 *
 * <p>In reading order: {@link interlock.view.Picture} is markup with its text equivalent. {@link
 * interlock.view.HtmlTable} and {@link interlock.view.HtmlArray} show data. {@link
 * interlock.view.Charts} makes XChart charts, {@link interlock.view.SvgChart} draws any XChart
 * chart, {@link interlock.view.SpeedupChart} grows while the work runs. {@link
 * interlock.view.Theme} and {@link interlock.view.Ink} say how all of it looks. This package knows
 * values and markup; it knows nothing of notebooks.
 *
 * <h2>The visual vocabulary</h2>
 *
 * One shape and one colour have one meaning in the whole course. A new one is written here first.
 *
 * <dl>
 *   <dt>A mark (circle, square, diamond …)
 *   <dd>was measured. A thin bar through it reaches from the 10 % to the 90 % quantile.
 *   <dt>A line without marks
 *   <dd>is computed: a law or a model, fitted to the marks of the same colour.
 *   <dt>A line through marks
 *   <dd>joins what was measured, to lead the eye; it claims nothing in between.
 *   <dt>A dotted grey line
 *   <dd>is the ideal that no machine can beat.
 *   <dt>An upright dashed grey line
 *   <dd>is the number of this machine's cores.
 *   <dt>A bar
 *   <dd>is a count or a share, from zero, with its number at the end.
 *   <dt>A dash in a table
 *   <dd>is a missing value.
 *   <dt>"…" in an array
 *   <dd>is what was left out.
 * </dl>
 *
 * <p>Colours ({@link interlock.view.Ink}): text, soft text and axes, grid, ideal, and six for the
 * things compared, in the order in which they come. Each of the six has a marker, and a dash, so
 * that a picture reads without colour. Words have a contrast of 4.5 to 1 or more with a light and
 * with a dark page, marks 3 to 1; the six stay apart for readers who do not see red or green.
 *
 * <p>Type: 21 pixels for a title, 17 for words, 15 for numbers along an axis and for cells. Nothing
 * is smaller, so a chart of 800 × 500 pixels reads from the last row.
 *
 * <p>Limits: charts are drawn without images and gradients. Letters that Java lays out in more than
 * one run, as in mixed scripts, stay outlines.
 */
@NullMarked
package interlock.view;

import org.jspecify.annotations.NullMarked;
