package hongli.web;

import hongli.web.gate.ErrorValve;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;

/// The HTTP server underneath, set to this house's limits: virtual threads, short headers, short waits, and no page of
/// its own.
final class Tomcats {
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int MAX_HEADERS = 64;
    private static final int MAX_CONNECTIONS = 4_096;
    private static final int WAIT_MILLIS = 20_000;

    /// What is read of a body that was refused, so that the caller gets to see why.
    private static final int MAX_SWALLOWED_BYTES = 32 << 20;

    /// Held here, or the level would be forgotten: the server tells of every broken request and every start.
    private static final Logger LOG = Logger.getLogger("org.apache");

    private Tomcats() {}

    static TomcatServletWebServerFactory factory(WebSettings settings) {
        LOG.setLevel(Level.WARNING);
        var factory = new TomcatServletWebServerFactory(settings.port());
        factory.setAddress(settings.address());
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.setRegisterDefaultServlet(false);
        factory.addConnectorCustomizers(Tomcats::limit);
        factory.addContextCustomizers(Tomcats::silence);
        return factory;
    }

    private static void limit(Connector connector) {
        connector.setXpoweredBy(false);
        connector.setAllowTrace(false);
        connector.setMaxPostSize(0);
        connector.setMaxParameterCount(0);
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setExecutor(new VirtualThreadExecutor("http-"));
            protocol.setMaxHttpRequestHeaderSize(MAX_HEADER_BYTES);
            protocol.setMaxHeaderCount(MAX_HEADERS);
            protocol.setMaxConnections(MAX_CONNECTIONS);
            protocol.setConnectionTimeout(WAIT_MILLIS);
            protocol.setKeepAliveTimeout(WAIT_MILLIS);
            protocol.setMaxKeepAliveRequests(-1);
            protocol.setMaxSwallowSize(MAX_SWALLOWED_BYTES);
            protocol.setMaxTrailerSize(1 << 10);
            protocol.setMaxExtensionSize(1 << 10);
        }
    }

    private static void silence(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ErrorValve.class.getName());
        }
        context.setUseHttpOnly(true);
        context.setCookies(false);
    }
}
