package hongli.web.api;

import hongli.ledger.Ledger;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the house stands, for whoever watches over it.
@RestController
public final class HealthApi {
    private final Ledger ledger;

    public HealthApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/healthz")
    ResponseEntity<byte[]> health() {
        if (!ledger.figures().running()) {
            throw Problem.of(Trouble.JOURNAL_UNAVAILABLE).rejection();
        }
        return Reply.ok(Map.of("status", "up", "programmes", ledger.programmes().size()));
    }
}
