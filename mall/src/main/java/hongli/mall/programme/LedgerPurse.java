package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.mall.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A member's cash and constant points in the ledger, as far as they pay: held, then captured or released,
/// each once under a key of its own, so that asking again changes nothing and answers the same. A merchant
/// receives in the programme what is captured for it, so its bills do not pay it again.
public final class LedgerPurse {
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

    /// Sets an amount aside under `reference`, which serves once.
    ///
    /// @throws hongli.mall.refusal.Refusal `purse_refused` where the member has not so much, `ledger_busy`
    ///     where it is not known: ask again with the same reference
    public void hold(String reference, long member, Asset asset, Money amount) {
        List<Submission> submissions = new ArrayList<>();
        tables.work(work -> Outbox.joins(work, member)).forEach(join -> submissions.add(joining(join)));
        submissions.add(submission(
                reference, "held", new Command.HoldFunds(new HoldId(reference), Ids.member(member), asset, amount)));
        submit(submissions);
    }

    /// Pays what is held to a merchant, or, cash alone, out of the programme.
    public void capture(String reference, OptionalLong merchant) {
        List<Submission> submissions = new ArrayList<>();
        MemberId payee = merchant.isPresent() ? Ids.merchant(merchant.getAsLong()) : null;
        if (payee != null) {
            submissions.add(joining(new Command.JoinMember(payee, null, true)));
        }
        submissions.add(submission(reference, "captured", new Command.CaptureFunds(new HoldId(reference), payee)));
        submit(submissions);
    }

    /// Gives back what is held; what was never held need not be.
    public void release(String reference) {
        submit(List.of(submission(reference, "released", new Command.ReleaseFunds(new HoldId(reference)))));
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
    private void submit(List<Submission> submissions) {
        ProgrammeId programme = programme();
        String key = submissions.getLast().key().text();
        switch (ledger.submit(programme, submissions).getLast()) {
            case Answer.Decided(var _, var _, Outcome.Applied _, var _) -> {}
            case Answer.Decided(var _, var _, Outcome.Refused(var refusal), var _) -> {
                boolean nothingHeld =
                        key.endsWith(":released") && refusal.code().equals("hold_unknown");
                if (!nothingHeld) {
                    throw ProgrammeGround.PURSE_REFUSED.with("reason", refusal.code());
                }
            }
            case Answer.KeyReused _ -> throw ProgrammeGround.PURSE_REFUSED.with("reason", "key_reused");
            case Answer.Busy _, Answer.Unavailable _ -> throw ProgrammeGround.LEDGER_BUSY.with();
            case Answer.ProgrammeUnknown _ ->
                throw ProgrammeGround.PROGRAMME_MISSING.with("programme", programme.text());
        }
    }
}
