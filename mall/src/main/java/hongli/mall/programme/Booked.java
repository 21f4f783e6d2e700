package hongli.mall.programme;

import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Event;
import hongli.ledger.EventReader;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.mall.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What the journal tells of members' cash, added up by the month in which they joined, and what of all they got came
/// from the programme. It holds a few numbers a month, and reads on from where it stopped. Not for several threads.
final class Booked {
    /// The month in which a member `m` joined, as China has it.
    static final String MONTH = "to_char(m.joined_at at time zone 'Asia/Shanghai', 'YYYY-MM')";

    private static final String MONTHS = "select m.id, " + MONTH + " as month from mall.member m where m.id = any (?)";

    private final Tables tables;
    private final EventReader reader;
    private final Map<String, Sum> sums = new HashMap<>();

    Booked(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.reader = new EventReader(ledger.events(), _ -> sums.clear(), this::add);
    }

    /// Those of one month, in pico-fen.
    ///
    /// @param cash with what is set aside of it
    /// @param received from the programme, constant points at their value among it
    record Sum(Wide cash, Wide received) {
        static final Sum NOTHING = new Sum(Wide.ZERO, Wide.ZERO);

        Sum and(Sum other) {
            return new Sum(cash.plus(other.cash()), received.plus(other.received()));
        }
    }

    /// Reads on up to the command at `upTo`; from the beginning where it is another programme, or an earlier position.
    void readOn(ProgrammeId asked, long upTo) {
        reader.readOn(asked, upTo);
    }

    Sum of(String month) {
        return sums.getOrDefault(month, Sum.NOTHING);
    }

    private void add(List<Event> events) {
        List<Transfer> transfers = events.stream().flatMap(Booked::transfers).toList();
        Map<Long, String> months = months(transfers);
        for (Transfer transfer : transfers) {
            add(months, transfer.from(), transfer.to(), Wide.ZERO.minus(transfer.amount()));
            add(months, transfer.to(), transfer.from(), transfer.amount());
        }
    }

    private static Stream<Transfer> transfers(Event event) {
        return switch (event.outcome()) {
            case Outcome.Applied(Fact fact) -> fact.transfers().stream();
            case Outcome.Refused _ -> Stream.of();
        };
    }

    private Map<Long, String> months(List<Transfer> transfers) {
        List<Long> members = transfers.stream()
                .flatMapToLong(
                        transfer -> LongStream.concat(member(transfer.from()).stream(), member(transfer.to()).stream()))
                .distinct()
                .boxed()
                .toList();
        Map<Long, String> months = new HashMap<>();
        tables.work(work -> work.all(MONTHS, row -> Map.entry(row.number("id"), row.text("month")), members))
                .forEach(each -> months.put(each.getKey(), each.getValue()));
        return months;
    }

    private void add(Map<Long, String> months, Account own, Account counter, Wide amount) {
        OptionalLong member = member(own);
        String month = member.isPresent() ? months.get(member.getAsLong()) : null;
        if (month != null) {
            sums.merge(month, sum(own, counter, amount), Sum::and);
        }
    }

    private static Sum sum(Account own, Account counter, Wide amount) {
        if (own.kind() == Kind.CASH || own.kind() == Kind.HELD_CASH) {
            return new Sum(amount, isOfTheProgramme(counter.kind()) ? amount : Wide.ZERO);
        }
        boolean isNewConstant =
                own.kind() == Kind.CONSTANT && counter.kind() == Kind.UNISSUED_CONSTANT && amount.isPositive();
        return isNewConstant ? new Sum(Wide.ZERO, amount.times(PicoFen.PER_FEN)) : Sum.NOTHING;
    }

    private static boolean isOfTheProgramme(Kind kind) {
        return switch (kind) {
            case POOL, DIVIDENDS, FIXED_FUND, TIER_FUND -> true;
            default -> false;
        };
    }

    private static OptionalLong member(Account account) {
        var member = account.member();
        return member == null ? OptionalLong.empty() : Ids.memberOf(member);
    }
}
