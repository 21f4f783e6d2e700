/// Files of CSV as text: read into numbered lines of cells, and cells that a spreadsheet would take for a formula.
@NullMarked
package hongli.mall.csv;

import org.jspecify.annotations.NullMarked;
