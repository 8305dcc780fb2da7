/**
 * What a lesson asks: a prediction before it shows, an exercise with a check, and what was run.
 *
 * <p>Reading order: a {@link interlock.notebook.lesson.Gate} is a question whose every {@link
 * interlock.notebook.lesson.Option} carries its reason; {@link
 * interlock.notebook.lesson.GatePicture} shows it. {@link interlock.notebook.lesson.Gates} and
 * {@link interlock.notebook.lesson.Exercises} remember what a notebook has asked and what the
 * learner has answered; a {@link interlock.notebook.lesson.Check} tries an answer, one {@link
 * interlock.notebook.lesson.Case} after the other. {@link interlock.notebook.lesson.Visited} keeps
 * which cells were run, for the map of the course. Cells call all of it through {@code
 * interlock.notebook.Notebook}.
 *
 * <p>Nobody is scored, and nothing here leaves the learner's machine.
 *
 * <p>Limits: the right answer of a gate stands in the page, hidden by its style sheet: it keeps
 * nothing secret from who looks for it.
 */
@NullMarked
package interlock.notebook.lesson;

import org.jspecify.annotations.NullMarked;
