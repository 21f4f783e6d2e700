/// A shop to look at: people, goods and ninety days of trade, lived through the mall's own doors by one seed.
@NullMarked
package hongli.app.demo;

import org.jspecify.annotations.NullMarked;
