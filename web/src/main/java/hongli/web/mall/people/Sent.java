package hongli.web.mall.people;

import hongli.web.api.Body;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/// What a caller sends, and from where.
final class Sent {
    private static final int MOST_BYTES = 16 << 10;

    private Sent() {}

    static Form form(HttpServletRequest request) throws IOException {
        return Form.of(Body.read(request, MOST_BYTES, List.of(Body.JSON)));
    }

    /// The address of the caller's machine. A forwarder on this machine is believed, and nobody else: what it adds last
    /// is where it was called from.
    static String address(HttpServletRequest request) {
        String remote = String.valueOf(request.getRemoteAddr());
        String forwarded = request.getHeader("X-Forwarded-For");
        boolean isHere = remote.equals("127.0.0.1") || remote.equals("0:0:0:0:0:0:0:1") || remote.equals("::1");
        if (!isHere || forwarded == null || forwarded.length() > 1_000) {
            return remote;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? remote : last;
    }
}
