/**
 * The talks' tables and the syllabus as Tablesaw tables.
 *
 * <p>In reading order: {@link interlock.talk.TableOne} is the classification of parallel Python
 * projects, {@link interlock.talk.Rankings} the three popularity rankings, {@link
 * interlock.talk.Syllabus} the sections of all five talks and the notebooks that cover them.
 *
 * <p>The talks were read by a scanner. What it read is kept as it is ({@code …-scan.csv}); every
 * correction is a row of its own ({@code …-mends.csv}); a table is the scan with its mends applied.
 * So no correction can hide, and each one can be disputed.
 *
 * <p>Every call reads its resources anew: a table that a cell has changed changes no other.
 *
 * <p>Limits: what the scan lost and no published source gives back is a missing value.
 */
@NullMarked
package interlock.talk;

import org.jspecify.annotations.NullMarked;
