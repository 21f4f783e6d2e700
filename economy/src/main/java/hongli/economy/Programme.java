package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.terms.Terms;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of one programme and the rules that change it: the only door to them.
///
/// One thread at a time. Equal commands in equal order give equal states and outcomes, byte for byte.
public final class Programme {
    private final State state;
    private final Laws laws;
    private final Settlement settlement;
    private final Reversal reversal;
    private final Redemption redemption;
    private final Spending spending;
    private final TwoPhase twoPhase;
    private final ForcedSale forcedSale;
    private final DayClose dayClose;
    private final WindUp windUp;
    private @Nullable Dividend dividend;

    private Programme(State state) {
        this.state = state;
        this.laws = new Laws(state);
        this.settlement = new Settlement(state);
        this.reversal = new Reversal(state);
        this.redemption = new Redemption(state);
        this.spending = new Spending(state);
        this.twoPhase = new TwoPhase(state, spending);
        this.forcedSale = new ForcedSale(state);
        this.dayClose = new DayClose(state);
        this.windUp = new WindUp(state);
    }

    /// A new programme, its founder points paid for.
    public static Programme open(Terms terms) {
        State state = founded(terms);
        state.book.takeTransfers();
        return new Programme(state);
    }

    /// What opening a programme on these terms moves: the founder points and their payment, or nothing.
    public static Fact founding(Terms terms) {
        return new Fact(founded(terms).book.takeTransfers(), List.of(), null);
    }

    public Terms terms() {
        return state.terms;
    }

    /// Applies `command` wholly, or refuses it without effect.
    ///
    /// @throws LawBroken where the state afterwards breaks a law: this programme must then be thrown away
    public Outcome apply(Command command) {
        Price before = state.price();
        dividend = null;
        Refusal refusal = decide(command);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        state.leavePrice();
        state.exits.settle();
        if (!state.isClosed()) {
            forcedSale.run();
        }
        laws.check(before);
        return new Outcome.Applied(new Fact(state.book.takeTransfers(), state.takePromotions(), dividend));
    }

    /// A second programme in the same state that goes its own way: shares memory until one of the two writes to it.
    /// Costs time in the pages of memory, not in members. Both stay usable, each by its own thread.
    public Programme fork() {
        return new Programme(state.fork());
    }

    public Totals totals() {
        return new Totals(
                new Money(state.book.pool()),
                new Points(state.book.circulating()),
                new Points(state.issued()),
                new Points(state.book.of(Kind.BURNED).toLong()),
                new Points(state.book.of(Kind.TREASURY).toLong()),
                state.price(),
                new Money(state.constants()),
                new Money(state.fen(Kind.WITHDRAWN)),
                new PicoFen(state.book.of(Kind.FIXED_FUND)),
                new PicoFen(state.book.of(Kind.TIER_FUND)),
                new Money(state.shortfall()),
                new PicoFen(state.book.of(Kind.RESIDUAL)),
                state.isClosed(),
                state.lastDay() == State.NO_DAY ? null : LocalDate.ofEpochDay(state.lastDay()),
                state.members.size(),
                state.orders.size());
    }

    /// What `member` holds, or null where there is no such member.
    public @Nullable Holding holding(MemberId member) {
        int number = state.members.find(member);
        return number == Members.NOBODY ? null : holding(number);
    }

    /// What the member with this number holds; numbers go from 0 to `totals().members() - 1` in order of joining.
    public Holding holding(int number) {
        int referrer = state.members.referrer(number);
        return new Holding(
                state.members.id(number),
                state.members.isMerchant(number),
                referrer == Members.NOBODY ? null : state.members.id(referrer),
                new Points(state.members.points(number)),
                new PicoFen(state.exits.quota(number)),
                new PicoFen(state.cash(number)),
                new Money(state.members.constant(number)),
                new Money(state.members.heldCash(number)),
                new Money(state.members.heldConstant(number)),
                new Points(state.members.granted(number)),
                state.members.tier(number));
    }

    /// Checks every law of section 7 that can be seen in one state, member by member.
    ///
    /// @throws LawBroken naming the law and the numbers that break it
    public void audit() {
        laws.audit();
    }

    /// Every law of section 7 that can be seen in one state, with what was compared; costs time in all members.
    public List<LawReport> laws() {
        return List.copyOf(laws.reports());
    }

    /// Writes the canonical state of section 9 as JSON with sorted keys, as the golden files have it: one blank of
    /// indent, a line feed at the end.
    ///
    /// @param rejected the numbers of the rejected commands, from 1
    public void writeState(Appendable out, List<Long> rejected) throws IOException {
        new StateText(state, out).write(rejected);
    }

    /// Writes all that [#readSnapshot] needs to go on from here, but for the terms.
    public void writeSnapshot(DataOutput out) throws IOException {
        state.write(out);
    }

    /// The programme on `terms` that was written by [#writeSnapshot].
    public static Programme readSnapshot(Terms terms, DataInput in) throws IOException {
        return new Programme(State.read(terms, in));
    }

    private @Nullable Refusal decide(Command command) {
        if (command instanceof Command.Unsound unsound) {
            return unsound.refusal();
        }
        if (state.isClosed() && !(command instanceof Command.WithdrawCash)) {
            return new Refusal.ProgrammeClosed();
        }
        return switch (command) {
            case Command.JoinMember join -> join(join);
            case Command.SettleOrder order -> settlement.settle(order);
            case Command.ReverseOrder order -> reversal.reverse(order);
            case Command.RedeemPoints redeem -> redemption.redeem(redeem);
            case Command.ConvertPoints convert -> redemption.convert(convert);
            case Command.SpendConstant spend -> spending.spend(spend);
            case Command.ExchangeConstant exchange -> spending.exchange(exchange);
            case Command.WithdrawCash withdraw -> spending.withdraw(withdraw);
            case Command.HoldFunds hold -> twoPhase.hold(hold);
            case Command.CaptureFunds capture -> twoPhase.capture(capture);
            case Command.ReleaseFunds release -> twoPhase.release(release);
            case Command.CloseDay(LocalDate date) -> closeDay(date);
            case Command.CloseProgramme() -> closeProgramme();
            case Command.Unsound unsound -> unsound.refusal();
        };
    }

    private @Nullable Refusal join(Command.JoinMember command) {
        if (state.members.find(command.member()) != Members.NOBODY) {
            return new Refusal.MemberExists(command.member());
        }
        MemberId referrer = command.referrer();
        int referrerNumber = referrer == null ? Members.NOBODY : state.members.find(referrer);
        if (referrer != null && referrerNumber == Members.NOBODY) {
            return new Refusal.ReferrerUnknown(referrer);
        }
        state.members.add(command.member(), referrerNumber, command.merchant(), state.dividends.today());
        return null;
    }

    private @Nullable Refusal closeDay(LocalDate date) {
        if (state.lastDay() != State.NO_DAY && date.toEpochDay() <= state.lastDay()) {
            return new Refusal.DayNotLater(date, LocalDate.ofEpochDay(state.lastDay()));
        }
        dividend = dayClose.share(date);
        state.lastDay(date.toEpochDay());
        return null;
    }

    private @Nullable Refusal closeProgramme() {
        twoPhase.releaseAll();
        dividend = dayClose.share(null);
        forcedSale.run();
        windUp.payOut();
        return null;
    }

    private static State founded(Terms terms) {
        State state = new State(terms);
        long points = terms.founderPoints().micro();
        long payment = Wide.product(points, terms.par().fen())
                .dividedUp(Rate.ONE_IN_MILLIONTHS)
                .toLong();
        state.book.moveFen(Reason.FOUNDING, Place.of(Kind.FOUNDER_PAYMENT), Place.of(Kind.POOL), payment);
        state.book.move(Reason.FOUNDING, Place.of(Kind.UNISSUED), Place.of(Kind.FOUNDER_POINTS), points);
        state.contribute(payment);
        state.leavePrice();
        return state;
    }
}
