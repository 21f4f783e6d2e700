package hongli.mall.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.Account;
import hongli.mall.posting.Kind;
import hongli.mall.programme.Stall;
import hongli.mall.programme.Stall.Piece;
import hongli.mall.table.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BillBookTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int WEEKS = 5;
    private static final List<Exchange> GIVEN = List.of(
            new Exchange(9, Instant.parse("2026-03-03T09:00:00Z"), new Money(4_00)),
            new Exchange(7, Instant.parse("2026-03-02T09:00:00Z"), new Money(1_23)));

    private final Stall stall = new Stall();
    private final long wine = stall.merchant("酒庄", 50_000);
    private final long tea = stall.merchant("茶庄", 123_456);
    private final long buyer = stall.member("王", null);
    private final Bills bills = new Bills(
            stall.tables,
            (merchant, from, until) -> merchant == tea
                    ? List.of()
                    : GIVEN.stream()
                            .filter(each ->
                                    !each.at().isBefore(from) && each.at().isBefore(until))
                            .toList());
    private final BillBook book = bills.book();
    private final Actor operator = new Actor.Operator(1, EnumSet.of(Permission.BILLS_READ, Permission.BILLS_CHECK));

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void findsBehindEveryFigureExactlyThePostingsThatMakeIt() {
        trade(70);
        List<Bills.Bill> made = make();
        for (Bills.Bill bill : made) {
            Actor clerk = clerk(bill.merchant());
            assertThat(BillParts.of(book, operator, bill)).allSatisfy(BillParts.Found::requireExact);
            assertThat(BillParts.of(book, clerk, bill)).isEqualTo(BillParts.of(book, operator, bill));
            assertThat(BillParts.figures(bill))
                    .containsEntry(
                            "constantExchanged",
                            Figures.yuan(book.exchanges(clerk, bill.id()).stream()
                                    .mapToLong(each -> each.amount().fen())
                                    .sum()));
        }
        // Nothing of the trade was so poor that a figure was never looked behind.
        var met = made.stream()
                .flatMap(bill -> BillParts.of(book, operator, bill).stream())
                .filter(found -> !found.parts().isEmpty())
                .map(BillParts.Found::figure)
                .collect(Collectors.toSet());
        assertThat(met).hasSize(Figure.values().length - 1);
    }

    @Test
    void takesWhatIsOwedApartByKindsWithoutARest() {
        trade(20);
        for (Bills.Bill bill : make()) {
            long owed = book.sum(operator, bill.id(), BillBook.Filter.ALL).counts();
            long byKinds = Stream.of(Kind.values())
                    .map(kind -> new BillBook.Filter(Figure.OWED, kind))
                    .mapToLong(filter -> {
                        assertThat(BillParts.parts(book, operator, bill.id(), filter))
                                .allMatch(part -> part.line().kind() == filter.kind())
                                .allMatch(part -> part.counts() == -part.line().change(Account.MERCHANT));
                        return book.sum(operator, bill.id(), filter).counts();
                    })
                    .sum();
            assertThat(byKinds).isEqualTo(owed);
            assertThat(bill.payableFen()).isEqualTo(owed + bill.carriedFen());
        }
    }

    @Test
    void leadsFromADebtThatWasTakenOverToItsBill() {
        // What goes back in the second week is more than it brings, so the third begins with a debt.
        long order = stall.order(buyer, wine, new Piece(500_00, 2, 0, 0));
        stall.pay(order);
        stall.complete(order);
        stall.pass(Duration.ofDays(8));
        stall.refund(stall.lines(order).getFirst(), 2, 1_000_00);
        stall.pass(Duration.ofHours(1));
        stall.pass(Duration.ofDays(7));
        long later = stall.order(buyer, wine, new Piece(10_00));
        stall.pay(later);
        stall.complete(later);
        stall.pass(Duration.ofHours(1));
        List<Bills.Bill> made = make();
        var owing = made.stream().filter(bill -> bill.carriedFen() < 0).toList();
        assertThat(owing).isNotEmpty();
        for (Bills.Bill bill : owing) {
            long from = book.carriedFrom(clerk(wine), bill).orElseThrow();
            assertThat(book.one(operator, from).payableFen()).isEqualTo(bill.carriedFen());
        }
        assertThat(book.carriedFrom(operator, made.getFirst())).isEmpty();
    }

    @Test
    void showsNobodyWhatIsBehindTheBillsOfOthers() {
        trade(10);
        Bills.Bill bill = make().stream()
                .filter(each -> each.merchant() == wine)
                .findFirst()
                .orElseThrow();
        var wish = new Listing.Wish(null, null, 10);
        for (Figure figure : Figure.values()) {
            var filter = new BillBook.Filter(figure, null);
            assertThatThrownBy(() -> book.lines(clerk(tea), bill.id(), filter, wish))
                    .hasMessageContaining("not_found");
            assertThatThrownBy(() -> book.sum(clerk(tea), bill.id(), filter)).hasMessageContaining("not_found");
            assertThatThrownBy(() -> book.lines(new Actor.Member(buyer), bill.id(), filter, wish))
                    .hasMessageContaining("not_permitted");
        }
        assertThatThrownBy(() -> book.exchanges(clerk(tea), bill.id())).hasMessageContaining("not_found");
    }

    private static Actor clerk(long merchant) {
        return new Actor.Clerk(merchant, merchant, EnumSet.of(Permission.BILLS_READ));
    }

    /// The bills of five weeks, for both merchants.
    private List<Bills.Bill> make() {
        stall.pass(Duration.ofDays(60));
        for (int week = 0; week < WEEKS; week++) {
            LocalDate from = FIRST.plusDays(7L * week);
            bills.makeAll(operator, new Bills.Period(from, from.plusDays(6)));
        }
        List<Bills.Bill> made = bills.all(operator, new Bills.Filter(null, null), new Listing.Wish(null, null, 100))
                .items();
        assertThat(made).hasSizeGreaterThan(1);
        return made;
    }

    /// Five weeks of orders with coupons of both bearers, paid in three ways, of which parts go back before, after and
    /// long after they are completed, some with a part kept back.
    private void trade(int orders) {
        Random random = new Random(11);
        for (int i = 0; i < orders; i++) {
            long order = stall.order(
                    buyer,
                    i % 2 == 0 ? wine : tea,
                    new Piece(5_00 + random.nextInt(900_00), 1 + random.nextInt(3), 0, perhaps(random, 9_00)),
                    new Piece(1_00 + random.nextInt(90_00)));
            discount(order, perhaps(random, 2_00), perhaps(random, 2_00));
            stall.pay(order, random.nextInt(3), perhaps(random, 1_00));
            if (i % 4 == 1) {
                stall.refund(stall.lines(order).getFirst(), 0, 1 + random.nextInt(50));
            }
            if (i % 7 != 3) {
                stall.complete(order);
            }
            stall.pass(Duration.ofHours(1 + random.nextInt(20)));
            if (i % 5 == 2) {
                keptBack(order, 1 + random.nextInt(30));
            }
        }
    }

    private static long perhaps(Random random, int below) {
        return random.nextBoolean() ? random.nextInt(below) : 0;
    }

    /// Coupons take something off the first line.
    private void discount(long order, long platformFen, long merchantFen) {
        long line = stall.lines(order).getFirst();
        stall.tables.run(work -> {
            work.run(
                    "update mall.order_line set platform_discount_fen = ?, merchant_discount_fen = ?,"
                            + " paid_fen = paid_fen - ? where id = ?",
                    platformFen,
                    merchantFen,
                    platformFen + merchantFen,
                    line);
            work.run(
                    "update mall.orders set platform_discount_fen = ?, merchant_discount_fen = ?,"
                            + " payable_fen = payable_fen - ? where id = ?",
                    platformFen,
                    merchantFen,
                    platformFen + merchantFen,
                    order);
            work.run(
                    "update mall.checkout set payable_fen = payable_fen - ? where id ="
                            + " (select checkout from mall.orders where id = ?)",
                    platformFen + merchantFen,
                    order);
        });
    }

    /// A part goes back of which something is kept, because the buyer has used what was granted.
    private void keptBack(long order, long fen) {
        long line = stall.lines(order).getLast();
        stall.tables.run(work -> work.run(
                "insert into mall.after_sale (order_id, line, merchant, member, kind, quantity, amount_fen,"
                        + " deduction_fen, reason, status, asked_at) select id, ?, merchant, member, 'refund', 0, ?, ?,"
                        + " '', 'done', ? from mall.orders where id = ?",
                line,
                fen + 20,
                fen,
                work.now(),
                order));
        stall.refund(line, 0, 20);
    }
}
