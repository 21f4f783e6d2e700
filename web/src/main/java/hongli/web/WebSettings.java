package hongli.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Where the server listens and what callers must show.
///
/// @param address where to listen; without a token this machine only
/// @param port 0 for any that is free
/// @param token what every caller must show as `Authorization: Bearer …`, or null
public record WebSettings(
        InetAddress address, int port, @Nullable String token) {
    public WebSettings {
        if (token == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("token must be given where others can call: address=" + address);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535: port=" + port);
        }
    }

    /// This machine only, without a token.
    public static WebSettings loopback(int port) {
        return new WebSettings(InetAddress.getLoopbackAddress(), port, null);
    }

    /// Never says the token.
    @Override
    public String toString() {
        return "WebSettings[address=" + address + ", port=" + port + ", token=" + (token == null ? "none" : "given")
                + "]";
    }
}
