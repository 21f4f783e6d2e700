package hongli.web.api;

import hongli.economy.Totals;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerFigures;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// What is counted and measured, in Prometheus format. Gauges of programmes are read when they are asked for.
public final class Metrics implements AutoCloseable {
    private static final int MOST_PROGRAMMES = 200;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Ledger ledger;
    private final MultiGauge positions = gauge("hongli.position", "Position of the last durable command");
    private final MultiGauge members = gauge("hongli.members", "Members who have joined");
    private final MultiGauge orders = gauge("hongli.orders", "Orders settled");

    /// Looking a timer up by its tags costs more than to note the time, so those that were used are kept at hand. There
    /// are as many as there are routes and statuses.
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

    private record Answered(String method, String route, int status) {}

    private record Reading(ProgrammeId programme, long position, Totals totals) {
        static Reading of(View view) {
            return new Reading(view.id(), view.position(), view.totals());
        }
    }

    public Metrics(Ledger ledger, Streams streams) {
        this.ledger = ledger;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("hongli.queue", ledger, it -> it.figures().queued())
                .description("Commands that wait now")
                .register(registry);
        Gauge.builder("hongli.projector.lag", ledger, it -> it.figures().lag())
                .description("Durable commands that the read models have not taken in yet")
                .register(registry);
        count("hongli.batches", "Batches committed", LedgerFigures::batches);
        count("hongli.decisions", "Commands decided and journalled", LedgerFigures::decisions);
        count("hongli.busy", "Commands that found the queue full", LedgerFigures::busy);
        count("hongli.journal.failures", "Failures of the journal", LedgerFigures::failures);
        Gauge.builder("hongli.event.streams", streams, Streams::count)
                .description("Open streams of events")
                .register(registry);
    }

    /// Notes one answer.
    ///
    /// @param route the address with names in place of ids
    public void answered(String method, String route, int status, Duration took) {
        timers.computeIfAbsent(new Answered(method, route, status), this::timer).record(took);
    }

    private Timer timer(Answered kind) {
        return Timer.builder("http.server.requests")
                .description("Requests by route and status")
                .tags("method", kind.method, "route", kind.route, "status", Integer.toString(kind.status))
                .publishPercentileHistogram(false)
                .register(registry);
    }

    /// All of it as text.
    public String text() {
        List<Reading> readings = new ArrayList<>();
        for (ProgrammeId id : ledger.programmes()) {
            if (readings.size() < MOST_PROGRAMMES) {
                ledger.read(id, Reading::of).ifPresent(readings::add);
            }
        }
        register(positions, readings, Reading::position);
        register(members, readings, reading -> reading.totals().members());
        register(orders, readings, reading -> reading.totals().orders());
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private void count(String name, String description, ToDoubleFunction<LedgerFigures> number) {
        FunctionCounter.builder(name, ledger, it -> number.applyAsDouble(it.figures()))
                .description(description)
                .register(registry);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static void register(MultiGauge gauge, List<Reading> readings, ToDoubleFunction<Reading> number) {
        gauge.register(
                readings.stream()
                        .map(reading -> MultiGauge.Row.of(
                                Tags.of("programme", reading.programme().text()), reading, number))
                        .toList(),
                true);
    }
}
