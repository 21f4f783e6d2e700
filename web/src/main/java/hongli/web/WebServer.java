package hongli.web;

import hongli.ledger.Ledger;
import hongli.mall.Mall;
import hongli.web.api.BatchApi;
import hongli.web.api.CommandApi;
import hongli.web.api.DocumentApi;
import hongli.web.api.EventApi;
import hongli.web.api.HealthApi;
import hongli.web.api.MemberApi;
import hongli.web.api.Metrics;
import hongli.web.api.MetricsApi;
import hongli.web.api.PageApi;
import hongli.web.api.PriceApi;
import hongli.web.api.ProgrammeApi;
import hongli.web.api.SampleApi;
import hongli.web.api.Stopwatch;
import hongli.web.api.Streams;
import hongli.web.gate.Gate;
import hongli.web.gate.MallPaths;
import hongli.web.gate.Token;
import hongli.web.mall.MallWiring;
import hongli.web.page.SiteApi;
import jakarta.servlet.Filter;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The running HTTP server: the API and the pages over one ledger.
public final class WebServer implements AutoCloseable {
    private final AnnotationConfigServletWebServerApplicationContext context;
    private final Streams streams;

    private WebServer(AnnotationConfigServletWebServerApplicationContext context, Streams streams) {
        this.context = context;
        this.streams = streams;
    }

    /// Starts serving; the ledger and the mall stay the caller's and must outlive the server.
    ///
    /// @param sample what the button on the first page loads
    /// @throws org.springframework.boot.web.server.WebServerException where the port cannot be had
    public static WebServer start(WebSettings settings, Ledger ledger, SampleShop sample, Mall mall) {
        return start(settings, ledger, sample, Optional.of(mall));
    }

    /// As [#start(WebSettings, Ledger, SampleShop, Mall)], without a mall.
    public static WebServer start(WebSettings settings, Ledger ledger, SampleShop sample) {
        return start(settings, ledger, sample, Optional.empty());
    }

    private static WebServer start(WebSettings settings, Ledger ledger, SampleShop sample, Optional<Mall> mall) {
        var streams = new Streams();
        var metrics = new Metrics(ledger, streams);
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.register(Counter.class);
        put(context, TomcatServletWebServerFactory.class, () -> Tomcats.factory(settings));
        put(context, Metrics.class, () -> metrics);
        put(context, ProgrammeApi.class, () -> new ProgrammeApi(ledger));
        put(context, CommandApi.class, () -> new CommandApi(ledger));
        put(context, BatchApi.class, () -> new BatchApi(ledger));
        put(context, MemberApi.class, () -> new MemberApi(ledger));
        put(context, PriceApi.class, () -> new PriceApi(ledger));
        put(context, EventApi.class, () -> new EventApi(ledger, streams));
        put(context, HealthApi.class, () -> new HealthApi(ledger));
        put(context, MetricsApi.class, () -> new MetricsApi(metrics));
        put(context, SampleApi.class, () -> new SampleApi(sample));
        var pages = new PageApi();
        put(context, PageApi.class, () -> pages);
        put(context, SiteApi.class, () -> new SiteApi(pages));
        put(context, DocumentApi.class, () -> new DocumentApi(mall.isPresent()));
        mall.ifPresent(opened -> {
            put(context, Mall.class, () -> opened);
            context.register(MallWiring.class);
        });
        putFilter(context, "stopwatch", new Stopwatch(metrics), 0);
        putFilter(context, "gate", gate(settings, mall.isPresent()), 1);
        context.refresh();
        return new WebServer(context, streams);
    }

    /// Where it listens.
    public int port() {
        return Objects.requireNonNull(context.getWebServer(), "server must run").getPort();
    }

    /// Every method and address that leads somewhere, such as `GET /healthz`.
    public SortedSet<String> routes() {
        var routes = new TreeSet<String>();
        context.getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route -> route.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> route.getPatternValues().forEach(path -> routes.add(method + " " + path))));
        return routes;
    }

    /// Ends the open streams of events, lets other answers finish for a moment, and stops.
    @Override
    public void close() {
        streams.close();
        context.close();
    }

    private static Gate gate(WebSettings settings, boolean hasMall) {
        String token = settings.token();
        return new Gate(
                token == null ? null : new Token(token),
                new Gate.Paths(
                        path -> path.equals("/healthz")
                                || PageApi.isPage(path)
                                || SiteApi.isPage(path)
                                || MallPaths.isOne(path),
                        path -> hasMall && MallPaths.isOfProgrammes(path)));
    }

    private static <T> void put(
            AnnotationConfigServletWebServerApplicationContext context, Class<T> type, Supplier<T> maker) {
        context.registerBean(type, maker);
    }

    @SuppressWarnings("unchecked")
    private static void putFilter(
            AnnotationConfigServletWebServerApplicationContext context, String name, Filter filter, int place) {
        context.registerBean(name, FilterRegistrationBean.class, () -> {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
            return registration;
        });
    }
}
