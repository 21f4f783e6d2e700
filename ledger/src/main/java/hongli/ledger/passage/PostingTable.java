package hongli.ledger.passage;

import hongli.economy.command.MemberId;
import hongli.economy.fact.Account;
import hongli.ledger.reading.Posting;
import hongli.ledger.wire.Amounts;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Postings as comma-separated values (RFC 4180), one a line.
final class PostingTable {
    private static final String HEADER =
            "position,line,at,reason,from,from_member,to,to_member,unit,amount,command,subject\n";

    private final Appendable out;

    PostingTable(Appendable out) throws IOException {
        this.out = out;
        out.append(HEADER);
    }

    void write(Posting posting) throws IOException {
        var transfer = posting.transfer();
        Account.Unit unit = transfer.from().kind().unit();
        out.append(String.valueOf(posting.position())).append(',');
        out.append(String.valueOf(posting.line())).append(',');
        out.append(posting.at().toString()).append(',');
        out.append(word(transfer.reason())).append(',');
        write(transfer.from());
        write(transfer.to());
        out.append(word(unit)).append(',');
        out.append(Amounts.text(transfer.amount(), unit)).append(',');
        out.append(posting.commandType()).append(',');
        out.append(field(posting.subject())).append('\n');
    }

    private void write(Account account) throws IOException {
        MemberId member = account.member();
        out.append(word(account.kind())).append(',');
        out.append(field(member == null ? null : member.text())).append(',');
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static String field(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
