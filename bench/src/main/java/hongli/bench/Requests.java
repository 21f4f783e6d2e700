package hongli.bench;

import java.nio.ByteBuffer;

/// What one connection sends, one request after the other, and what their answers must say.
interface Requests {
    /// The next request; good until the next call.
    ByteBuffer next();

    /// Looks at the answer to the request before; how many orders are done with it, 0 where more requests belong to the
    /// same one.
    ///
    /// @throws IllegalStateException where it does not say what it must
    int check(String body);
}
