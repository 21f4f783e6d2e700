package hongli.ledger.projector;

import hongli.economy.Price;
import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.Posting;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.wire.TermsJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out what entries add to the read models: only from what is written in them, never from the engine.
///
/// The pool and the circulation are the balances of their accounts, so the price history is a sum over transfers. The
/// rules leave a price behind after every command and after every single forced sale (section 3): it is noted at the
/// end of an entry, before each sale, which begins with the seller's quota, and before a wind-up pays out.
public final class Derivation {
    private static final String OPENED = "programme.opened";

    private final List<Posting> postings = new ArrayList<>();
    private final List<PricePoint> prices = new ArrayList<>();
    private final List<DividendDay> dividends = new ArrayList<>();
    private long poolFen;
    private long circulatingMicro;
    private long burnedMicro;
    private long position;
    private Price price;

    private Derivation(Price price) {
        this.price = price;
    }

    /// Begins before the opening.
    public static Derivation of(Charter charter) {
        return new Derivation(Price.ofPar(TermsJson.parse(charter.terms()).par()));
    }

    /// Goes on after the last point that was told.
    public static Derivation after(PricePoint last) {
        var derivation = new Derivation(last.price());
        derivation.poolFen = last.pool().fen();
        derivation.circulatingMicro = last.circulating().micro();
        derivation.burnedMicro = last.burned().micro();
        return derivation;
    }

    /// Adds the opening.
    public void add(Charter charter) {
        Instant at = time(charter.openedAtMicros());
        position = 0;
        post(Programme.founding(TermsJson.parse(charter.terms())).transfers(), at, OPENED, null);
        prices.add(point(at));
    }

    /// Adds the next entry.
    public void add(Entry entry) {
        position = entry.position();
        if (entry.outcome() instanceof Outcome.Applied(Fact fact)) {
            add(fact, entry.command(), time(entry.atMicros()));
        }
    }

    private void add(Fact fact, Command command, Instant at) {
        long poolBefore = poolFen;
        long circulatingBefore = circulatingMicro;
        Price priceBefore = price;
        long burnedBefore = burnedMicro;
        post(fact.transfers(), at, command.type(), subject(command));
        // What was granted and sold in one command leaves a price behind, though pool and circulation are as before.
        boolean moved = poolFen != poolBefore || circulatingMicro != circulatingBefore || burnedMicro != burnedBefore;
        if (moved || !price.equals(priceBefore)) {
            prices.add(point(at));
        }
        Dividend dividend = fact.dividend();
        if (dividend != null) {
            dividends.add(new DividendDay(position, at, dividend));
        }
    }

    /// What was added since the last call.
    public Derived take() {
        var derived = new Derived(position, postings, prices, dividends);
        postings.clear();
        prices.clear();
        dividends.clear();
        return derived;
    }

    private void post(List<Transfer> transfers, Instant at, String type, @Nullable String subject) {
        boolean windingUp = false;
        for (int line = 0; line < transfers.size(); line++) {
            Transfer transfer = transfers.get(line);
            boolean beginsSale = transfer.reason() == Transfer.Reason.FORCED_SALE
                    && transfer.from().kind() == Account.Kind.QUOTA;
            boolean beginsWindUp = transfer.reason() == Transfer.Reason.WIND_UP && !windingUp;
            if (beginsSale || beginsWindUp) {
                leavePrice();
            }
            windingUp |= beginsWindUp;
            postings.add(new Posting(position, line, at, transfer, type, subject));
            weigh(transfer.to().kind(), transfer.amount(), 1);
            weigh(transfer.from().kind(), transfer.amount(), -1);
        }
        leavePrice();
    }

    private void leavePrice() {
        if (poolFen > 0 && circulatingMicro > 0) {
            price = new Price(poolFen, circulatingMicro);
        }
    }

    private void weigh(Account.Kind kind, Wide amount, int sign) {
        if (kind == Account.Kind.POOL) {
            poolFen = Math.addExact(
                    poolFen, sign * amount.dividedBy(PicoFen.PER_FEN).toLong());
        } else if (kind == Account.Kind.UNISSUED || kind == Account.Kind.BURNED) {
            circulatingMicro = Math.addExact(circulatingMicro, -sign * amount.toLong());
            if (kind == Account.Kind.BURNED) {
                burnedMicro = Math.addExact(burnedMicro, sign * amount.toLong());
            }
        }
    }

    private PricePoint point(Instant at) {
        return new PricePoint(
                position, at, new Money(poolFen), new Points(circulatingMicro), price, new Points(burnedMicro));
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable String subject(Command command) {
        return switch (command) {
            case Command.JoinMember(var member, var _, boolean _) -> member.text();
            case Command.SettleOrder(var order, var _, var _, var _) -> order.text();
            case Command.ReverseOrder(var order) -> order.text();
            case Command.RedeemPoints(var member, var _, var _) -> member.text();
            case Command.ConvertPoints(var member, var _, var _) -> member.text();
            case Command.SpendConstant(var member, var _, var _) -> member.text();
            case Command.ExchangeConstant(var merchant, var _) -> merchant.text();
            case Command.WithdrawCash(var member, var _) -> member.text();
            case Command.HoldFunds(var hold, var _, var _, var _) -> hold.text();
            case Command.CaptureFunds(var hold, var _) -> hold.text();
            case Command.ReleaseFunds(var hold) -> hold.text();
            case Command.CloseDay(var date) -> date.toString();
            case Command.CloseProgramme _, Command.Unsound _ -> null;
        };
    }
}
