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
import java.util.OptionalLong;

/// Cash and constant points of members and merchants in the ledger, as far as they pay: held, then
/// captured or released, each once under a key of its own, so that asking again changes nothing and
/// answers the same. A merchant receives in the programme what is captured for it, so its bills do not
/// pay it again.
public final class LedgerPurse implements Purse {
    private final Tables tables;
    private final Ledger ledger;

    public LedgerPurse(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// What somebody can pay with.
    public record Balance(Money cash, Money constant) {}

    /// What a member is free to pay with; nothing where it has not joined the programme.
    public Balance balance(long member) {
        return balance(Holder.member(member));
    }

    /// What is free to pay with; nothing where the holder has not joined the programme.
    public Balance balance(Holder holder) {
        return ledger.holding(programme(), id(holder))
                .map(LedgerPurse::free)
                .orElse(new Balance(Money.ZERO, Money.ZERO));
    }

    private static Balance free(Holding holding) {
        return new Balance(holding.cash().toMoney(), holding.constant());
    }

    @Override
    public Money free(Holder holder, Asset asset) {
        Balance balance = balance(holder);
        return switch (asset) {
            case CASH -> balance.cash();
            case CONSTANT -> balance.constant();
        };
    }

    @Override
    public Answer hold(Hold hold) {
        List<Submission> submissions = new ArrayList<>();
        switch (hold.holder().party()) {
            case MEMBER ->
                tables.work(work -> Outbox.joins(work, hold.holder().id()))
                        .forEach(join -> submissions.add(joining(join)));
            case MERCHANT -> submissions.add(joining(new Command.JoinMember(id(hold.holder()), null, true)));
        }
        var command = new Command.HoldFunds(new HoldId(hold.id()), id(hold.holder()), hold.asset(), hold.amount());
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

    private static MemberId id(Holder holder) {
        return switch (holder.party()) {
            case MEMBER -> Ids.member(holder.id());
            case MERCHANT -> Ids.merchant(holder.id());
        };
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
