package hongli.ledger.wire;

import static hongli.ledger.wire.JsonBytes.ascii;

import hongli.economy.command.MemberId;
import hongli.economy.fact.Account;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Transfer;
import java.util.Arrays;
import java.util.List;

/// Writes facts as JSON straight to bytes, word for word as [FactJson] tells them.
///
/// An order makes up to fifteen transfers, and nearly all that a server ever says is transfers, so every piece of one
/// that does not change lies ready: a transfer is five pieces, two members and an amount.
public final class FactJsonWriter {
    /// By reason, then by the kind of account that pays.
    private static final byte[][][] FROM = Arrays.stream(Transfer.Reason.values())
            .map(reason -> accounts("{\"reason\":\"" + FactJson.word(reason) + "\",\"from\":"))
            .toArray(byte[][][]::new);
    /// By the kind of account that takes.
    private static final byte[][] TO = accounts("},\"to\":");
    private static final byte[][] UNITS = Arrays.stream(Account.Unit.values())
            .map(unit -> ascii("},\"unit\":\"" + FactJson.word(unit) + "\",\"amount\":"))
            .toArray(byte[][]::new);
    private static final byte[] MEMBER = ascii(",\"member\":");
    private static final byte[] TRANSFERS = ascii("\"transfers\":[");

    private FactJsonWriter() {}

    private static byte[][] accounts(String before) {
        return Arrays.stream(Account.Kind.values())
                .map(kind -> ascii(before + "{\"account\":\"" + FactJson.word(kind) + "\""))
                .toArray(byte[][]::new);
    }

    /// Adds the members of the object that tells `fact`, without its braces.
    public static void write(JsonBytes out, Fact fact) {
        List<Transfer> transfers = fact.transfers();
        out.plain(TRANSFERS);
        for (int i = 0; i < transfers.size(); i++) {
            if (i > 0) {
                out.plain(',');
            }
            write(out, transfers.get(i));
        }
        out.plain(']');
        FactJson.rarities(fact)
                .forEach((name, value) -> out.plain(',').text(name).plain(':').value(value));
    }

    private static void write(JsonBytes out, Transfer transfer) {
        Account from = transfer.from();
        Account to = transfer.to();
        Account.Unit unit = from.kind().unit();
        out.plain(FROM[transfer.reason().ordinal()][from.kind().ordinal()]);
        writeMember(out, from);
        out.plain(TO[to.kind().ordinal()]);
        writeMember(out, to);
        out.plain(UNITS[unit.ordinal()])
                .decimal(transfer.amount(), Amounts.decimals(unit))
                .plain('}');
    }

    private static void writeMember(JsonBytes out, Account account) {
        MemberId member = account.member();
        if (member != null) {
            out.plain(MEMBER).text(member.text());
        }
    }
}
