package hongli.web.mall.people;

import jakarta.servlet.http.HttpServletRequest;

/// Where a request comes from.
final class RemoteAddress {
    private RemoteAddress() {}

    /// The address of the caller's machine. A forwarder on this machine is believed, and nobody else: what it adds last
    /// is where it was called from.
    static String of(HttpServletRequest request) {
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
