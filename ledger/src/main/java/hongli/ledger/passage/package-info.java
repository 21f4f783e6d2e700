/// One programme with all its history as open files: written for anyone to read, and decided again where it comes in.
@NullMarked
package hongli.ledger.passage;

import org.jspecify.annotations.NullMarked;
