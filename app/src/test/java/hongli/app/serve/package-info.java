/// The house and its book, opened and checked within this process.
@NullMarked
package hongli.app.serve;

import org.jspecify.annotations.NullMarked;
