package hongli.mall.bill;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import hongli.mall.programme.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Finds in a merchant's statement in the ledger what it gave back to the programme.
public final class LedgerExchanges implements Exchanges {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Supplier<ProgrammeId> programme;

    public LedgerExchanges(Ledger ledger, Supplier<ProgrammeId> programme) {
        this.ledger = ledger;
        this.programme = programme;
    }

    @Override
    public List<Exchange> between(long merchant, Instant from, Instant until) {
        MemberId member = Ids.merchant(merchant);
        ProgrammeId id = programme.get();
        List<Exchange> exchanges = new ArrayList<>();
        StatementLine.Place place = StatementLine.Place.NEWEST;
        while (place != null) {
            StatementPage page =
                    ledger.statements().page(id, member, place, PAGE).orElse(null);
            if (page == null) {
                break;
            }
            for (StatementLine line : page.lines()) {
                boolean counts = line.reason() == Transfer.Reason.EXCHANGE
                        && line.account() == Account.Kind.CONSTANT
                        && !line.at().isBefore(from)
                        && line.at().isBefore(until);
                if (counts) {
                    long fen = Wide.ZERO.minus(line.change()).toLong();
                    exchanges.add(new Exchange(line.position(), line.at(), new Money(fen)));
                }
            }
            boolean older =
                    !page.lines().isEmpty() && page.lines().getLast().at().isBefore(from);
            place = older ? null : page.next();
        }
        return exchanges;
    }
}
