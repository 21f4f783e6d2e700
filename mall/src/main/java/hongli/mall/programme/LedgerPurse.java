package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.mall.payment.ChannelAway;
import hongli.mall.payment.Purse;
import hongli.mall.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A member's cash and constant points in the ledger, as far as they pay: held, then captured or released,
/// each once under a key of its own, so that asking again changes nothing and answers the same. A merchant
/// receives in the programme what is captured for it, so its bills do not pay it again.
public final class LedgerPurse implements Purse {
    private final Tables tables;
    private final Ledger ledger;

    public LedgerPurse(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// What a member can pay with.
    public record Balance(Money cash, Money constant) {}

    /// What is free to pay with; nothing where the member has not joined the programme.
    public Balance balance(long member) {
        return ledger.read(
                        programme(),
                        view -> Optional.ofNullable(view.holding(Ids.member(member)))
                                .map(LedgerPurse::free))
                .flatMap(found -> found)
                .orElse(new Balance(Money.ZERO, Money.ZERO));
    }

    private static Balance free(Holding holding) {
        return new Balance(holding.cash().toMoney(), holding.constant());
    }

    @Override
    public Money free(long member, Asset asset) {
        Balance balance = balance(member);
        return switch (asset) {
            case CASH -> balance.cash();
            case CONSTANT -> balance.constant();
        };
    }

    @Override
    public Answer hold(Hold hold) {
        List<Submission> submissions = new ArrayList<>();
        tables.work(work -> Outbox.joins(work, hold.member())).forEach(join -> submissions.add(joining(join)));
        var command =
                new Command.HoldFunds(new HoldId(hold.id()), Ids.member(hold.member()), hold.asset(), hold.amount());
        submissions.add(submission(hold.id(), "held", command));
        return submit(submissions);
    }

    @Override
    public Answer capture(String hold, OptionalLong merchant) {
        List<Submission> submissions = new ArrayList<>();
        MemberId payee = merchant.isPresent() ? Ids.merchant(merchant.getAsLong()) : null;
        if (payee != null) {
            submissions.add(joining(new Command.JoinMember(payee, null, true)));
        }
        submissions.add(submission(hold, "captured", new Command.CaptureFunds(new HoldId(hold), payee)));
        return submit(submissions);
    }

    @Override
    public Answer release(String hold) {
        return submit(List.of(submission(hold, "released", new Command.ReleaseFunds(new HoldId(hold)))));
    }

    /// The programme knows no way back: what a merchant received is the merchant's.
    @Override
    public Answer giveBack(String key, Hold captured) {
        return Answer.REFUSED;
    }

    private ProgrammeId programme() {
        return tables.work(ShopTerms::read).programme();
    }

    private static Submission joining(Command.JoinMember join) {
        return new Submission(new Key(Outbox.joinKey(join.member())), join);
    }

    private static Submission submission(String reference, String what, Command command) {
        return new Submission(new Key("hold:" + reference + ":" + what), command);
    }

    /// Submits all; the last one's answer counts, for what comes before it may have been so already.
    private Answer submit(List<Submission> submissions) {
        ProgrammeId programme = programme();
        return switch (ledger.submit(programme, submissions).getLast()) {
            case hongli.ledger.Answer.Decided(var _, var _, Outcome.Applied _, var _) -> Answer.DONE;
            case hongli.ledger.Answer.Decided(var _, var _, Outcome.Refused _, var _) -> Answer.REFUSED;
            case hongli.ledger.Answer.KeyReused _ -> Answer.REFUSED;
            case hongli.ledger.Answer.Busy _ -> throw new ChannelAway("ledger must have room: programme=" + programme);
            case hongli.ledger.Answer.Unavailable _ ->
                throw new ChannelAway("ledger must be there: programme=" + programme);
            case hongli.ledger.Answer.ProgrammeUnknown _ ->
                throw new ChannelAway("programme must be open: programme=" + programme);
        };
    }
}
