package hongli.ledger.trial;

import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.View;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.TermsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// A small wine shop's programme, and short ways to use it.
public final class Trial {
    /// How long something may take that has to happen, on a machine that does much else besides.
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    public static final ProgrammeId WINE = new ProgrammeId("wine");
    public static final Instant NOW = Instant.parse("2026-03-01T04:05:06.123456Z");
    public static final Terms TERMS = TermsJson.parse("""
            {"cap":"1000000","founderPoints":"1","poolRate":"0.30","grantRate":"0.70","referralRates":["0.10","0.05"],
             "quotaMultiple":"2","referralQuotaMultiple":"1","fixedDividendRate":"0.20","tierDividendRate":"0.10",
             "tierThresholds":["21","30"]}
            """);

    private Trial() {}

    /// A clock that stands still, quick recovery.
    public static LedgerSettings settings() {
        return LedgerSettings.standard().withClock(() -> NOW).withRecovery(5, Duration.ofMillis(5));
    }

    public static Submission join(String key, String member) {
        return submission(key, "{\"type\":\"member.joined\",\"member\":\"" + member + "\"}");
    }

    public static Submission order(String key, String order, String member, String amount) {
        return submission(
                key,
                "{\"type\":\"order.settled\",\"order\":\"" + order + "\",\"member\":\"" + member + "\",\"amount\":\""
                        + amount + "\"}");
    }

    public static Submission submission(String key, String command) {
        return new Submission(new Key(key), CommandJson.parse(command));
    }

    public static Answer submit(Ledger ledger, Submission submission) {
        return ledger.submit(WINE, submission);
    }

    public static <T> T read(Ledger ledger, Function<View, T> reader) {
        return ledger.read(WINE, reader).orElseThrow();
    }

    public static long position(Ledger ledger) {
        return read(ledger, View::position);
    }

    public static String state(Ledger ledger) {
        return state(ledger, WINE);
    }

    public static String state(Ledger ledger, ProgrammeId id) {
        return ledger.read(id, Trial::text).orElseThrow();
    }

    /// The canonical state.
    public static String text(View view) {
        var out = new StringBuilder();
        try {
            view.writeState(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
