package hongli.ledger.audit;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.projector.Derivation;
import hongli.ledger.reading.Posting;
import hongli.ledger.wire.Amounts;
import hongli.ledger.wire.FolioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// All postings as text for plain-text accounting programs, such as `ledger -f FILE balance`.
///
/// One transaction an entry, two postings a transfer, amounts with all their decimals. Money is `CNY`, points are
/// `POINT`, constant points `CONSTANT`, quota `QUOTA`. Accounts are `programme:Pool` or `programme:Member:id:Cash`,
/// where everything in an id but letters, digits, `-`, `_` and `.` is written as `%` and hexadecimal digits.
public final class LedgerFile {
    private static final int PAGE = 1_000;

    private final Appendable out;

    private LedgerFile(Appendable out) {
        this.out = out;
    }

    /// Writes every programme of `journal`, in order of opening.
    public static void write(Journal journal, Appendable out) throws IOException {
        for (Charter charter : journal.programmes()) {
            new LedgerFile(out).write(journal, charter);
        }
    }

    /// The account's name, as the file has it.
    public static String name(String programme, Account account) {
        MemberId member = account.member();
        String kind = camel(account.kind());
        return programme + (member == null ? ":" + kind : ":Member:" + encoded(member.text()) + ":" + kind);
    }

    /// The commodity of a unit, as the file has it.
    public static String commodity(Account.Unit unit) {
        return switch (unit) {
            case MONEY -> "CNY";
            case POINTS -> "POINT";
            case CONSTANT -> "CONSTANT";
            case QUOTA -> "QUOTA";
        };
    }

    private void write(Journal journal, Charter charter) throws IOException {
        var derivation = Derivation.of(charter);
        derivation.add(charter);
        write(charter.id().text(), derivation.take().postings());
        long position = 0;
        List<Folio> page = journal.read(charter.number(), position, PAGE);
        while (!page.isEmpty()) {
            page.forEach(folio -> FolioReader.entries(folio).forEach(derivation::add));
            write(charter.id().text(), derivation.take().postings());
            position = page.getLast().last();
            page = journal.read(charter.number(), position, PAGE);
        }
    }

    private void write(String programme, List<Posting> postings) throws IOException {
        long position = -1;
        for (Posting posting : postings) {
            if (posting.position() != position) {
                position = posting.position();
                writeTitle(programme, posting);
            }
            Transfer transfer = posting.transfer();
            writePosting(programme, transfer.to(), transfer.amount());
            writePosting(programme, transfer.from(), Wide.ZERO.minus(transfer.amount()));
        }
    }

    private void writeTitle(String programme, Posting posting) throws IOException {
        String subject = posting.subject() == null ? "" : " " + encoded(posting.subject());
        out.append('\n')
                .append(LocalDate.ofInstant(posting.at(), ZoneOffset.UTC)
                        .toString()
                        .replace('-', '/'))
                .append(" (" + programme + "." + posting.position() + ") ")
                .append(posting.commandType())
                .append(subject)
                .append('\n');
    }

    private void writePosting(String programme, Account account, Wide amount) throws IOException {
        Account.Unit unit = account.kind().unit();
        out.append("    ")
                .append(name(programme, account))
                .append("    ")
                .append(Amounts.text(amount, unit))
                .append(' ')
                .append(commodity(unit))
                .append('\n');
    }

    /// `HELD_CASH` as `HeldCash`.
    private static String camel(Account.Kind kind) {
        var name = new StringBuilder();
        for (String word : kind.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static String encoded(String text) {
        var name = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.') {
                name.appendCodePoint(c);
            } else {
                byte[] utf8 = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                String hex = HexFormat.of().withUpperCase().withPrefix("%").formatHex(utf8);
                name.append(hex);
            }
        });
        return name.toString();
    }
}
