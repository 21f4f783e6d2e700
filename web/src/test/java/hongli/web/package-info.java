@NullMarked
package hongli.web;

import org.jspecify.annotations.NullMarked;
