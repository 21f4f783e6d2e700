package hongli.economy.model;

import hongli.economy.Holding;
import hongli.economy.Totals;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import hongli.economy.terms.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// One programme as the specification tells it, member by member: the judge of the engine.
///
/// It reads and writes nothing of the engine's but public values. Every figure is a `BigInteger` and always up to date.
public final class EagerProgramme {
    private final EagerBooks books;
    private final EagerOrders orders;
    private final EagerSales sales;
    private final EagerDays days;
    private final EagerWallet wallet;

    public EagerProgramme(Terms terms) {
        this(new EagerBooks(terms));
    }

    EagerProgramme(EagerBooks books) {
        this.books = books;
        this.orders = new EagerOrders(books);
        this.sales = new EagerSales(books);
        this.days = new EagerDays(books, sales);
        this.wallet = new EagerWallet(books);
    }

    /// Applies `command` and says nothing, or says why not and leaves all as it was.
    public Optional<Refusal> apply(Command command) {
        if (command instanceof Command.Unsound unsound) {
            return Optional.of(unsound.refusal());
        }
        if (books.closed && !(command instanceof Command.WithdrawCash)) {
            return Optional.of(new Refusal.ProgrammeClosed());
        }
        Optional<Refusal> refusal = decide(command);
        if (refusal.isEmpty()) {
            books.settleDown();
            if (sellsAfter(command)) {
                sales.sell();
            }
        }
        return refusal;
    }

    private Optional<Refusal> decide(Command command) {
        return switch (command) {
            case Command.JoinMember join -> join(join);
            case Command.SettleOrder order -> orders.settle(order);
            case Command.ReverseOrder reversal -> orders.reverse(reversal);
            case Command.RedeemPoints redemption -> wallet.redeem(redemption);
            case Command.ConvertPoints conversion -> wallet.convert(conversion);
            case Command.SpendConstant spending -> wallet.spend(spending);
            case Command.ExchangeConstant exchange -> wallet.exchange(exchange);
            case Command.WithdrawCash withdrawal -> wallet.withdraw(withdrawal);
            case Command.HoldFunds hold -> wallet.hold(hold);
            case Command.CaptureFunds capture -> wallet.capture(capture);
            case Command.ReleaseFunds release -> wallet.release(release);
            case Command.CloseDay day -> days.close(day);
            case Command.CloseProgramme _ -> {
                days.windUp();
                yield Optional.empty();
            }
            case Command.Unsound unsound -> Optional.of(unsound.refusal());
        };
    }

    private static boolean sellsAfter(Command command) {
        return command instanceof Command.SettleOrder
                || command instanceof Command.ReverseOrder
                || command instanceof Command.RedeemPoints
                || command instanceof Command.ConvertPoints
                || command instanceof Command.CloseDay;
    }

    private Optional<Refusal> join(Command.JoinMember command) {
        if (books.members.containsKey(command.member())) {
            return Optional.of(new Refusal.MemberExists(command.member()));
        }
        MemberId referrer = command.referrer();
        if (referrer != null && !books.members.containsKey(referrer)) {
            return Optional.of(new Refusal.ReferrerUnknown(referrer));
        }
        books.add(new EagerMember(
                command.member(), referrer == null ? null : books.members.get(referrer), command.merchant()));
        return Optional.empty();
    }

    /// The canonical state of section 9, `rejected` being the numbers of the rejected lines.
    public String state(List<Long> rejected) {
        return new EagerText(books).state(rejected);
    }

    public Totals totals() {
        return new Totals(
                money(books.pool),
                points(books.circulating),
                points(books.issued),
                points(books.burned),
                points(books.treasury),
                books.price(),
                money(books.constants),
                money(books.withdrawn),
                new PicoFen(Numbers.wide(books.fixedFund)),
                new PicoFen(Numbers.wide(books.tierFund)),
                money(books.reversalShortfall),
                new PicoFen(Numbers.wide(books.residual)),
                books.closed,
                books.lastDay,
                books.members.size(),
                books.orders.size());
    }

    /// What everybody holds, in order of joining.
    public List<Holding> holdings() {
        return books.members.values().stream().map(EagerMember::holding).toList();
    }

    /// All money that came in less what reversals gave back, in fen.
    public BigInteger moneyIn() {
        return books.grossIn.subtract(books.givenBack);
    }

    private static Money money(BigInteger fen) {
        return new Money(fen.longValueExact());
    }

    private static Points points(BigInteger micro) {
        return new Points(micro.longValueExact());
    }
}
