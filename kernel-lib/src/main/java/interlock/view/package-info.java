/** Values to pictures: charts, tables and the one theme that they share. */
@NullMarked
package interlock.view;

import org.jspecify.annotations.NullMarked;
