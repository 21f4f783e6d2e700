package hongli.web.api;

import hongli.economy.command.CommandWriter;
import hongli.economy.fact.Outcome;
import hongli.ledger.Event;
import hongli.ledger.Events;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.FactJson;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.OutcomeJson;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Server-sent events: every command of a programme and what came of it, in order of position.
///
/// Each stream is a loop on the virtual thread of its request, which costs next to nothing while it waits.
@RestController
public final class EventApi {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 200;
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Ledger ledger;
    private final Streams streams;

    public EventApi(Ledger ledger, Streams streams) {
        this.ledger = ledger;
        this.streams = streams;
    }

    /// Events after the one that `Last-Event-ID` names, or from the position `from` on, or from now on.
    @GetMapping("/api/v1/programmes/{programme}/events")
    void follow(@PathVariable("programme") String programme, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long last = lastSeen(programme, request);
        ProgrammeId id = Addresses.programme(programme);
        Events events = ledger.events();
        try (var stream = streams.open()) {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.getOutputStream().write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
            while (stream.isOpen()) {
                last = sent(events.after(id, last, AT_ONCE).orElseThrow(), last, response);
                response.flushBuffer();
                long seen = last;
                if (stream.await(() -> events.awaitPosition(id, seen, HEARTBEAT).orElseThrow())
                        .filter(position -> position > seen)
                        .isEmpty()) {
                    response.getOutputStream().write(BEAT);
                }
            }
        }
    }

    /// What happened at one position.
    @GetMapping("/api/v1/programmes/{programme}/events/{position}")
    ResponseEntity<byte[]> one(
            @PathVariable("programme") String programme,
            @PathVariable("position") String position,
            HttpServletRequest request) {
        Query.of(request);
        Addresses.read(ledger, programme, _ -> true);
        long asked = position.matches("[1-9][0-9]{0,17}") ? Long.parseLong(position) : 0;
        return ledger.events().after(Addresses.programme(programme), asked - 1, 1).orElseThrow().stream()
                .map(event -> Reply.ok(fields(event)))
                .findFirst()
                .orElseThrow(() -> Problem.of(Trouble.POSITION_UNKNOWN, Map.of("position", asked))
                        .rejection());
    }

    private long lastSeen(String programme, HttpServletRequest request) {
        Query query = Query.of(request, "from");
        long now = Addresses.read(ledger, programme, view -> view.position());
        String header = request.getHeader("Last-Event-ID");
        if (header != null && !header.isBlank()) {
            if (!header.matches("[0-9]{1,18}")) {
                throw Query.unsound("Last-Event-ID", "wrong_form", "a position", header);
            }
            return Long.parseLong(header);
        }
        return query.number("from", now + 1, 0, Long.MAX_VALUE) - 1;
    }

    private static long sent(List<Event> events, long last, HttpServletResponse response) throws IOException {
        long sent = last;
        for (Event event : events) {
            String text = "id: " + event.position() + "\nevent: "
                    + event.command().type() + "\ndata: " + Json.text(fields(event)) + "\n\n";
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            sent = event.position();
        }
        return sent;
    }

    private static Map<String, Object> fields(Event event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", event.position());
        fields.put("at", event.at().toString());
        fields.put("key", event.key().text());
        fields.put("command", CommandWriter.fields(event.command()));
        switch (event.outcome()) {
            case Outcome.Applied(var fact) -> {
                fields.put("applied", true);
                fields.putAll(FactJson.fields(fact));
            }
            case Outcome.Refused(var refusal) -> {
                fields.put("applied", false);
                fields.put("refusal", OutcomeJson.refusalFields(refusal));
            }
        }
        return fields;
    }
}
