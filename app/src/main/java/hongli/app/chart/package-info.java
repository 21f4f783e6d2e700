/// Charts drawn as SVG text, for pages that open without a network.
@NullMarked
package hongli.app.chart;

import org.jspecify.annotations.NullMarked;
