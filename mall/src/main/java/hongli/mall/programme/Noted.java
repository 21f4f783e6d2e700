package hongli.mall.programme;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer;
import hongli.ledger.Answer;
import hongli.mall.posting.Postings;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An answer of the ledger to a letter, and what the mall keeps of it: position and refusal, the points
/// granted, the tiers reached, and the money that came to the programme or back.
///
/// @param fact what changed, null where the programme said no
record Noted(
        Courier.Letter letter,
        long position,
        @Nullable String refusal,
        @Nullable Fact fact) {
    private static final String ANSWERED = """
            update mall.outbox o set sent_at = ?, position = a.position, refusal = nullif(a.refusal, '')
            from unnest(?::bigint[], ?::bigint[], ?::text[]) a (id, position, refusal)
            where o.id = a.id and o.sent_at is null
            """;
    private static final String GRANTED = """
            update mall.settlement s set position = a.position, points_micro = a.points
            from unnest(?::text[], ?::bigint[], ?::bigint[]) a (number, position, points) where s.number = a.number
            """;
    private static final String TIERS = """
            update mall.member m set tier = a.tier from unnest(?::bigint[], ?::bigint[]) with ordinality
                a (member, tier, place)
            where m.id = a.member and not exists (
                select from unnest(?::bigint[]) with ordinality b (member, place)
                where b.member = a.member and b.place > a.place)
            """;

    static Noted of(Courier.Letter letter, Answer.Decided decided) {
        return switch (decided.outcome()) {
            case Outcome.Applied(Fact fact) -> new Noted(letter, decided.position(), null, fact);
            case Outcome.Refused(var refusal) -> new Noted(letter, decided.position(), refusal.code(), null);
        };
    }

    /// Somebody used the key for something else.
    static Noted reused(Courier.Letter letter, long position) {
        return new Noted(letter, position, "key_reused", null);
    }

    /// Writes all that follows from the answers, in one transaction.
    static void write(Transaction work, List<Noted> all) {
        work.send(
                ANSWERED,
                work.now(),
                all.stream().map(each -> each.letter().id()).toList(),
                all.stream().map(Noted::position).toList(),
                all.stream()
                        .map(each -> Objects.requireNonNullElse(each.refusal(), ""))
                        .toList());
        List<Noted> settled =
                all.stream().filter(each -> each.isOf("order.settled")).toList();
        work.send(
                GRANTED,
                settled.stream().map(each -> each.letter().key()).toList(),
                settled.stream().map(Noted::position).toList(),
                settled.stream().map(Noted::grantedMicro).toList());
        writeTiers(work, all);
        Postings.contributed(work, contributions(all));
    }

    private static void writeTiers(Transaction work, List<Noted> all) {
        List<Long> members = new ArrayList<>();
        List<Long> tiers = new ArrayList<>();
        for (Noted each : all) {
            for (Promotion promotion : each.promotions()) {
                Ids.memberOf(promotion.member()).ifPresent(member -> {
                    members.add(member);
                    tiers.add((long) promotion.tier());
                });
            }
        }
        if (!members.isEmpty()) {
            work.send(TIERS, members, tiers, members);
        }
    }

    private static List<Postings.Contribution> contributions(List<Noted> all) {
        return all.stream()
                .filter(each -> each.fact() != null)
                .map(each -> new Postings.Contribution(each.letter().key(), each.fen(true) - each.fen(false)))
                .filter(each -> each.fen() != 0)
                .toList();
    }

    private boolean isOf(String type) {
        return letter.submission().command().type().equals(type) && fact != null;
    }

    private List<Promotion> promotions() {
        return fact == null ? List.of() : fact.promotions();
    }

    private List<Transfer> transfers() {
        return fact == null ? List.of() : fact.transfers();
    }

    /// What the buyer was granted.
    private long grantedMicro() {
        return transfers().stream()
                .filter(each ->
                        each.reason() == Transfer.Reason.GRANT && each.to().kind() == Account.Kind.POINTS)
                .mapToLong(each -> each.amount().toLong())
                .sum();
    }

    /// What came from the shop, or went back to it; always whole fen.
    private long fen(boolean from) {
        Wide pico = transfers().stream()
                .filter(each -> (from ? each.from() : each.to()).kind() == Account.Kind.SHOP)
                .map(Transfer::amount)
                .reduce(Wide.ZERO, Wide::plus);
        return new PicoFen(pico).toMoney().fen();
    }

    static boolean isOf(Account account, Account.Kind kind, MemberId member) {
        return account.kind() == kind && member.equals(account.member());
    }
}
