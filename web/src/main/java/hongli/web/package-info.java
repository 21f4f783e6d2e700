/// The counter: HTTP API and pages.
@NullMarked
package hongli.web;

import org.jspecify.annotations.NullMarked;
