package hongli.mall.programme;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.economy.terms.Fault;
import hongli.economy.terms.Terms;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import hongli.mall.referral.Earnings;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What referrals earned, as the programme's statements tell it: the grants that came up the line of referrals, each
/// with the order it came of and the formula, and what returns took of them.
public final class StatementEarnings implements Earnings {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LOOK = 500;
    private static final int MOST_LOOKS = 20;
    private static final String ORDERS = """
            select s.number, s.member, s.base_fen, coalesce(r.referrer, 0) referrer from mall.settlement s
            left join mall.referral r on r.member = s.member where s.number = any (?)
            """;

    private final Tables tables;
    private final Ledger ledger;
    private final Whys whys;

    public StatementEarnings(Tables tables, Ledger ledger, Whys whys) {
        this.tables = tables;
        this.ledger = ledger;
        this.whys = whys;
    }

    /// A settlement as far as those above its buyer are concerned.
    private record Order(String number, long member, Money base, long referrer) {
        static Order of(Row row) throws SQLException {
            return new Order(row.text("number"), row.number("member"), row.money("base_fen"), row.number("referrer"));
        }

        int level(long asking) {
            return referrer == asking ? 1 : 2;
        }
    }

    /// A line of the statement and the order it speaks of.
    private record Told(StatementLine line, Order order) {}

    @Override
    public Page<Earned> of(Question question) {
        ProgrammeId programme = tables.work(ShopTerms::read).programme();
        Optional<Terms> terms = ledger.read(programme, View::terms);
        if (terms.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        if (!ledger.awaitReadModels(PATIENCE)) {
            throw ProgrammeGround.LEDGER_BUSY.with();
        }
        List<Earned> earned = new ArrayList<>();
        StatementLine.Place place = begin(question.cursor());
        for (int look = 0; look < MOST_LOOKS && place != null && earned.size() < question.limit(); look++) {
            StatementPage page = page(programme, question.referrer(), place);
            place = page.next();
            for (Told told : told(question, page.lines())) {
                earned.add(earned(terms.get(), programme, question.referrer(), told));
                if (earned.size() == question.limit()) {
                    place = told.line().place();
                    break;
                }
            }
        }
        return new Page<>(earned, Optional.ofNullable(place).map(StatementLine.Place::toString));
    }

    private static StatementLine.Place begin(@Nullable String cursor) {
        if (cursor == null) {
            return StatementLine.Place.NEWEST;
        }
        StatementLine.Place place = StatementLine.Place.parse(cursor);
        if (place == null) {
            throw Refusal.of(List.of(new Fault("cursor", "wrong_form", "what an earlier page gave as next", cursor)));
        }
        return place;
    }

    private StatementPage page(ProgrammeId programme, long member, StatementLine.Place from) {
        return ledger.statements()
                .page(programme, Ids.member(member), from, LOOK)
                .orElseThrow(() -> ProgrammeGround.PROGRAMME_MISSING.with("programme", programme.text()));
    }

    /// Those lines that tell of other people's orders.
    private List<Told> told(Question question, List<StatementLine> lines) {
        List<StatementLine> candidates =
                lines.stream().filter(StatementEarnings::mayBeEarned).toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, Order> orders = new HashMap<>();
        List<String> numbers =
                candidates.stream().map(line -> String.valueOf(line.subject())).toList();
        tables.work(work -> work.all(ORDERS, Order::of, numbers)).forEach(order -> orders.put(order.number(), order));
        List<Told> told = new ArrayList<>();
        for (StatementLine line : candidates) {
            Order order = orders.get(String.valueOf(line.subject()));
            if (order != null && order.member() != question.referrer() && isAsked(question, order)) {
                told.add(new Told(line, order));
            }
        }
        return told;
    }

    private static boolean isAsked(Question question, Order order) {
        return question.referred().isEmpty() || question.referred().getAsLong() == order.member();
    }

    private static boolean mayBeEarned(StatementLine line) {
        return line.account() == Account.Kind.POINTS
                && (line.reason() == Transfer.Reason.REFERRAL || line.reason() == Transfer.Reason.REVERSAL);
    }

    private Earned earned(Terms terms, ProgrammeId programme, long asking, Told told) {
        StatementLine line = told.line();
        Order order = told.order();
        boolean back = line.reason() == Transfer.Reason.REVERSAL;
        Wide change = line.change();
        long micro = (change.isNegative() ? Wide.ZERO.minus(change) : change).toLong();
        String why = back
                ? line.commandType()
                : Formula.of(terms, order.base(), order.level(asking), whys.priceBefore(programme, line.position()))
                        .text();
        return new Earned(order.member(), order.level(asking), order.number(), new Points(micro), back, line.at(), why);
    }
}
