package hongli.mall.audit;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.ledger.Event;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.CommandJson;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Holds the outbox against the journal: what was answered stands there, once and as it was told, and the journal knows
/// of no order of the mall that the mall does not know of.
final class Told {
    private static final String ROWS = """
            select key, command::text command, sent_at is not null answered, position, coalesce(refusal, '') refusal
            from mall.outbox where programme = ? and key = any (?)
            """;
    static final String RULE = "the outbox and the journal must tell the same";
    private static final String REUSED = "key_reused";

    private final Transaction work;
    private final Ledger ledger;
    private final ProgrammeId programme;
    private final long upTo;
    private final List<Finding> findings = new ArrayList<>();
    private long answered;

    private Told(Transaction work, Ledger ledger, ProgrammeId programme, long upTo) {
        this.work = work;
        this.ledger = ledger;
        this.programme = programme;
        this.upTo = upTo;
    }

    /// A row of the outbox.
    private record Letter(String key, Command command, boolean answered, OptionalLong position, String refusal) {
        static Letter of(Row row) throws SQLException {
            return new Letter(
                    row.text("key"),
                    CommandJson.parse(row.text("command")),
                    row.flag("answered"),
                    row.findNumber("position"),
                    row.text("refusal"));
        }
    }

    /// What contradicts it in one programme, up to a position.
    static List<Finding> contradictions(Transaction work, Ledger ledger, ProgrammeId programme, long upTo) {
        var told = new Told(work, ledger, programme, upTo);
        told.walk();
        return told.findings;
    }

    private void walk() {
        ledger.events().walk(programme, 0, upTo, this::compare);
        long all = work.number(
                "select count(*) number from mall.outbox where programme = ? and sent_at is not null"
                        + " and (position is null or position <= ?)",
                programme.text(),
                upTo);
        if (all != answered) {
            find(programme.text(), "answered=" + all + ", in the journal=" + answered);
        }
    }

    private void compare(List<Event> events) {
        Map<String, Letter> letters = new HashMap<>();
        List<String> keys = events.stream().map(event -> event.key().text()).toList();
        work.all(ROWS, Letter::of, programme.text(), keys).forEach(letter -> letters.put(letter.key(), letter));
        events.forEach(event -> compare(event, letters.get(event.key().text())));
    }

    private void compare(Event event, @Nullable Letter letter) {
        if (letter == null) {
            if (isOfAnOrder(event.command())) {
                find(event.key().text(), "journal=" + event.position() + ", outbox=none");
            }
            return;
        }
        if (letter.answered()) {
            answered++;
        }
        if (letter.refusal().equals(REUSED)) {
            return;
        }
        if (!letter.command().equals(event.command())) {
            find(letter.key(), "told=" + letter.command() + ", journal=" + event.command());
        }
        boolean same = letter.position().equals(OptionalLong.of(event.position()))
                && letter.refusal().equals(refusal(event));
        if (letter.answered() && !same) {
            find(
                    letter.key(),
                    "answer=" + letter.position() + " " + letter.refusal() + ", journal=" + event.position() + " "
                            + refusal(event));
        }
    }

    private static String refusal(Event event) {
        return switch (event.outcome()) {
            case Outcome.Applied _ -> "";
            case Outcome.Refused(var refusal) -> refusal.code();
        };
    }

    /// Whether only the mall can have told it: orders of the mall have names of their own.
    private static boolean isOfAnOrder(Command command) {
        return switch (command) {
            case Command.SettleOrder settle -> isOurs(settle.order().text());
            case Command.ReverseOrder reverse -> isOurs(reverse.order().text());
            default -> false;
        };
    }

    private static boolean isOurs(String order) {
        return order.matches("order:.+:line:[0-9]+(:[0-9]+)?");
    }

    private void find(String subject, String found) {
        findings.add(new Finding(RULE, subject, found));
    }
}
