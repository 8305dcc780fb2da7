/**
 * Values to pictures: charts, tables, arrays, timelines, diagrams, and the one look that they
 * share.
 *
 * <p>In reading order: {@link interlock.view.Picture} is markup with its text equivalent. {@link
 * interlock.view.HtmlTable} and {@link interlock.view.HtmlArray} show data, {@link
 * interlock.view.Notice} a sentence. {@link interlock.view.Charts} makes XChart charts, {@link
 * interlock.view.SvgChart} draws any XChart chart, {@link interlock.view.SpeedupChart} grows while
 * the work runs. {@link interlock.view.Lanes} shows who does what over time, {@link
 * interlock.view.Diagram} objects, names and arrows. {@link interlock.view.Legend} shows the
 * vocabulary itself. {@link interlock.view.LawChart} sets laws beside measured speedups, {@link
 * interlock.view.ShareChart} shows the serial shares of a curve and {@link
 * interlock.view.TermChart} where a model says that the time goes; {@link
 * interlock.view.TaskDrawing} and {@link interlock.view.Gantt} show tasks and who does them. {@link
 * interlock.view.GilTimeline} shows a simulated run from a whole second down to one hand-over of
 * the lock, {@link interlock.view.ProtocolView} the lock at one moment, {@link
 * interlock.view.GilCharts} the figures, {@link interlock.view.AdviceChart} a job on threads, on
 * processes and without a lock. {@link interlock.view.Stepper} turns computed pictures into steps
 * that a reader goes through without a kernel. This package knows values and markup; it knows
 * nothing of notebooks.
 *
 * <h2>The visual vocabulary</h2>
 *
 * One shape and one colour have one meaning in the whole course. A new one is written here first.
 *
 * <ul>
 *   <li>{@link interlock.view.Shape}: ten shapes, from the box, which has an address, to the ring
 *       around what changed now.
 *   <li>{@link interlock.view.Ink}: six meanings of colour (runs, waits, holds the lock, changed
 *       now, gone, moves data), each with a {@link interlock.view.Sign} that shows without colour;
 *       six inks for compared things, each with a marker and a dash; and the page's own. A picture
 *       shows meanings or compares things, never both.
 *   <li>{@link interlock.view.TypeSize}: 21 pixels for a title, 17 for words, 15 for numbers along
 *       an axis and for cells. Nothing is smaller, so a picture 800 pixels wide reads from the last
 *       row.
 * </ul>
 *
 * <p>In charts, which compare:
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
 *   <dt>"…" in an array, or at the end of words in a drawing
 *   <dd>is what was left out.
 * </dl>
 *
 * <p>On the lanes of a simulated run, besides the signs of the six inks:
 *
 * <dl>
 *   <dt>Level lines through a bar
 *   <dd>could go on in this state, but has no core. In the holder's ink: holds the lock, and the
 *       operating system has given its core to another.
 *   <dt>Nothing on a lane
 *   <dd>sleeps, or has not begun, or has ended.
 *   <dt>States that stand on one another in a column
 *   <dd>are too short to be bars of their own: their heights are their shares of the column's time,
 *       the lock's holder at the bottom. Whatever is there at all is a line high and a pixel wide.
 *   <dt>An upright arrow from lane to lane
 *   <dd>is the lock going to another thread; unbroken where the holder was asked to give it up,
 *       broken where it did so by itself. It begins where the lock was given up, or, if the lock
 *       lay free, where the thread that takes it asked.
 *   <dt>A lane of columns in the words' ink
 *   <dd>counts what is too much to be drawn one by one; the highest column is the largest count.
 *   <dt>A flag whose pole ends in a dot
 *   <dd>is a step that the thread of that lane takes.
 *   <dt>An upright line in the ink of the highlight
 *   <dd>is the moment that all pictures beside it show.
 * </dl>
 *
 * <h2>The one look</h2>
 *
 * Colours stand in {@link interlock.view.Ink}, fonts in {@code Typeface}, and all style in one
 * sheet, {@link interlock.view.Theme#css()}; a test finds a literal anywhere else. XChart is given
 * the same values by {@link interlock.view.Theme#apply}. A picture of another package puts the
 * sheet inside its own element and takes colours and sizes from it:
 *
 * <pre>{@code
 * <div class="ilk"><style>…Theme.css()…</style><p class="t2 c-text">…</p></div>
 * }</pre>
 *
 * <p>{@code t1 t2 t3} are the sizes; {@code c-…} colours words, {@code f-…} fills and {@code s-…}
 * strokes by an ink's name in small letters; {@code --ilk-…} are the same as variables.
 * JupyterLab's theme decides between light and dark; without it the reader's system does. Paper is
 * light.
 *
 * <h2>For every reader</h2>
 *
 * Words and lines have a contrast of 4.5 to 1 or more with a light and a dark page; a test computes
 * it, and that no two meanings look alike to readers who do not see red, green or blue. Colour
 * never stands alone. Every picture has a text equivalent, every drawing a title and a description,
 * every table a caption. What scrolls, and every lane, is reached by keyboard and shows the focus.
 *
 * <p>Limits: charts are drawn without images and gradients. Letters that Java lays out in more than
 * one run, as in mixed scripts, stay outlines.
 */
@NullMarked
package interlock.view;

import org.jspecify.annotations.NullMarked;
