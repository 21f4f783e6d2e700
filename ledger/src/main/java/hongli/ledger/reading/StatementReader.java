package hongli.ledger.reading;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.wire.ByteReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a [StatementWriter] wrote.
final class StatementReader {
    private static final List<Transfer.Reason> REASONS = List.of(Transfer.Reason.values());
    private static final List<Account.Kind> KINDS = List.of(Account.Kind.values());

    private final StatementRow row;
    private final ByteReader in;

    StatementReader(StatementRow row) {
        this.row = row;
        this.in = new ByteReader(row.content().array());
    }

    List<StatementLine> lines() {
        try {
            return readAll();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("amounts must be in their range", e);
        }
    }

    private List<StatementLine> readAll() {
        int version = in.read();
        if (version != StatementWriter.VERSION) {
            throw new IllegalArgumentException("version must be " + StatementWriter.VERSION + ": version=" + version);
        }
        Instant at = Instant.EPOCH.plus(in.readSigned(), ChronoUnit.MICROS);
        int type = in.read();
        String command = type == 0 ? in.readText() : ByteReader.choice(StatementWriter.TYPES, type - 1);
        String subject = readSubject();
        List<StatementLine> lines = new ArrayList<>();
        int line = -1;
        while (!in.isAtEnd()) {
            line = Math.addExact(line, (int) in.readNumber());
            lines.add(readLine(line, at, command, subject));
        }
        return lines;
    }

    private @Nullable String readSubject() {
        return switch (in.read()) {
            case StatementWriter.NO_SUBJECT -> null;
            case StatementWriter.MEMBER_ITSELF -> row.member().text();
            case StatementWriter.SPELT_OUT -> in.readText();
            default -> throw new IllegalArgumentException("subject must have a form that is known");
        };
    }

    private StatementLine readLine(int line, Instant at, String command, @Nullable String subject) {
        Transfer.Reason reason = in.readChoice(REASONS);
        Account.Kind own = in.readChoice(KINDS);
        Wide amount = readAmount(own.unit());
        Wide change = (line & 1) == 0 ? Wide.ZERO.minus(amount) : amount;
        return new StatementLine(row.position(), line, at, reason, own, change, readCounter(), command, subject);
    }

    private Wide readAmount(Account.Unit unit) {
        Wide written = in.readWide();
        return switch (unit) {
            case POINTS, CONSTANT -> written;
            case MONEY, QUOTA -> {
                Wide half = written.shiftedDown(1);
                yield (written.low() & 1) == 0 ? half.times(PicoFen.PER_FEN) : half;
            }
        };
    }

    private Account readCounter() {
        Account.Kind kind = in.readChoice(KINDS);
        if (!kind.isOfMember()) {
            return new Account(kind, null);
        }
        String other = in.readText();
        return new Account(kind, other.isEmpty() ? row.member() : new MemberId(other));
    }
}
