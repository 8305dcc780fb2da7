/** The talks' tables and the syllabus as Tablesaw tables. */
@NullMarked
package interlock.talk;

import org.jspecify.annotations.NullMarked;
