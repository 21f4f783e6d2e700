/// Pictures of goods, drawn by the program: flat shapes and soft shades, so that a demo needs no files of anybody's.
@NullMarked
package hongli.app.demo.picture;

import org.jspecify.annotations.NullMarked;
