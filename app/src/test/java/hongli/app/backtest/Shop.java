package hongli.app.backtest;

import hongli.economy.command.Command;
import hongli.economy.terms.Terms;
import hongli.ledger.wire.TermsJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A shop to play histories in.
final class Shop {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Terms TERMS = TermsJson.parse("""
            {"cap":"100000000","founderPoints":"1","poolRate":"0.10","grantRate":"0.70","quotaMultiple":"1",
             "fixedDividendRate":"0.05"}""");

    private Shop() {}

    /// What a history led to, and the commands on the way.
    record Played(Findings findings, List<Command> commands) {
        List<String> types() {
            return commands.stream().map(Command::type).toList();
        }

        List<Command.SettleOrder> settled() {
            return commands.stream()
                    .filter(Command.SettleOrder.class::isInstance)
                    .map(Command.SettleOrder.class::cast)
                    .toList();
        }
    }

    static Played play(String columns, int settleAfter, String... lines) throws IOException {
        var text = String.join("\n", lines);
        return play(columns, ZONE, settleAfter, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Played play(String columns, ZoneId zone, int settleAfter, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return play(columns, zone, settleAfter, in);
        }
    }

    private static Played play(String columns, ZoneId zone, int settleAfter, InputStream in) throws IOException {
        History history = new Source(in, StandardCharsets.UTF_8).read(Columns.parse(columns), zone, _ -> {});
        List<Command> commands = new ArrayList<>();
        Findings findings = new Backtest(TERMS, zone, commands::add).play(history, settleAfter, (_, _) -> {});
        return new Played(findings, commands);
    }
}
