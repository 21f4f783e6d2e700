package hongli.mall.delivery;

import static hongli.mall.payment.TrialMall.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.delivery.Codes.Goods;
import hongli.mall.delivery.Codes.Kind;
import hongli.mall.delivery.Codes.Presented;
import hongli.mall.delivery.Vouchers.Status;
import hongli.mall.payment.TrialMall;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CodesTest {
    private static final Listing.Wish ALL = new Listing.Wish(null, null, 100);
    private static final Codes.Filter ANY = new Codes.Filter(null, null, null, null);

    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final Actor.Clerk clerk = mall.clerk();
    private final Vouchers vouchers = mall.delivery.vouchers();
    private final Codes codes = mall.delivery.codes();

    @AfterEach
    void close() {
        mall.close();
    }

    private long bought(Actor.Clerk seller, String kind, long quantity) {
        long checkout = mall.checkout(member, new TrialMall.Item(seller.merchant(), kind, quantity, 10_00, 0));
        mall.pay(member, checkout);
        return mall.orders(checkout).getFirst();
    }

    /// An order of some pieces that is picked up.
    private long pickedUp(long quantity) {
        long checkout = mall.checkout(member, goods(clerk.merchant(), quantity, 10_00));
        mall.tables.run(work -> work.run("update mall.orders set address = null where checkout = ?", checkout));
        mall.pay(member, checkout);
        return mall.orders(checkout).getFirst();
    }

    /// The code of the newest voucher, as the member is shown it.
    private String code() {
        return vouchers.show(
                member,
                vouchers.list(member, Status.READY, ALL)
                        .items()
                        .getLast()
                        .voucher()
                        .id());
    }

    @Test
    void tellsWhatACodeIsForAndLeavesItToBeRedeemed() {
        long order = bought(clerk, "voucher", 3);
        mall.tables.run(work -> work.run(
                "update mall.order_line set specification = '{\"容量\": \"750 毫升\"}' where order_id = ?", order));
        String title =
                mall.tables.work(work -> work.one("select title from mall.order_line", row -> row.text("title")));
        String code = code();
        for (int i = 0; i < 3; i++) {
            Presented presented =
                    codes.look(clerk, code.toLowerCase(Locale.ROOT).replaceAll("(.{5})", "$1 "));
            assertThat(presented.code().kind()).isEqualTo(Kind.VOUCHER);
            assertThat(presented.code().voucher().status()).isEqualTo(Status.READY);
            assertThat(presented.code().voucher().order()).isEqualTo(order);
            assertThat(presented.goods()).containsExactly(new Goods(title, "容量 750 毫升", 1));
        }
        vouchers.redeem(clerk, code);
        Presented after = codes.look(clerk, code);
        assertThat(after.code().voucher().status()).isEqualTo(Status.REDEEMED);
        assertThat(after.code().voucher().redeemedAt()).isPresent();
        assertThat(after.code().redeemedBy()).contains(clerk.label());
    }

    @Test
    void tellsOfAPickUpWhatIsLeftOfTheOrder() {
        long order = pickedUp(3);
        String code = code();
        mall.tables.run(work -> work.run(
                "update mall.order_line set refunded_quantity = 1, refunded_fen = 1000 where order_id = ?", order));
        Presented presented = codes.look(clerk, code);
        assertThat(presented.code().kind()).isEqualTo(Kind.PICK_UP);
        assertThat(presented.goods()).singleElement().matches(goods -> goods.quantity() == 2);
        assertThat(presented.code().titles()).endsWith("×2");
        mall.tables.run(work -> {
            work.run(
                    "update mall.order_line set refunded_quantity = 3, refunded_fen = paid_fen where order_id = ?",
                    order);
            Vouchers.cancelPickUp(work, order);
        });
        Presented gone = codes.look(clerk, code);
        assertThat(gone.code().voucher().status()).isEqualTo(Status.VOID);
        assertThat(gone.goods()).singleElement().matches(goods -> goods.quantity() == 3);
        assertThatThrownBy(() -> vouchers.redeem(clerk, code)).hasMessageContaining("code_void");
    }

    @Test
    void teachesNothingByARefusal() {
        bought(clerk, "voucher", 1);
        long voucher =
                vouchers.list(member, null, ALL).items().getFirst().voucher().id();
        String replaced = vouchers.show(member, voucher);
        String code = vouchers.show(member, voucher);
        Actor.Clerk other = mall.clerk();
        bought(other, "voucher", 1);
        String foreign = code();
        char last = code.charAt(code.length() - 1);
        String nearly = code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');
        String never = "0".repeat(26);
        for (String wrong :
                List.of(replaced, foreign, nearly, never, code.substring(1), code + "0", "", "' or 1=1 --")) {
            assertThat(refusal(() -> codes.look(clerk, wrong))).isEqualTo(refusal(() -> codes.look(clerk, never)));
            assertThat(refusal(() -> vouchers.redeem(clerk, wrong))).isEqualTo(refusal(() -> codes.look(clerk, never)));
        }
        assertThat(codes.look(clerk, code).code().voucher().id()).isEqualTo(voucher);
        assertThat(mall.number("select count(*) number from mall.voucher where status <> 'ready'"))
                .isZero();
    }

    /// What somebody is told who is refused, in full.
    private static String refusal(ThrowingCallable deed) {
        Throwable thrown = catchThrowable(deed);
        assertThat(thrown).isInstanceOf(Refusal.class).hasMessageContaining("not_found");
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void listsTheCodesOfOnesOwnShopAndNeverWhatIsShown() {
        long order = bought(clerk, "voucher", 2);
        long pickUp = pickedUp(1);
        Actor.Clerk other = mall.clerk();
        bought(other, "voucher", 1);
        String code = code();
        vouchers.redeem(other, code);
        String own = vouchers.show(
                member,
                vouchers.list(member, Status.READY, ALL)
                        .items()
                        .getFirst()
                        .voucher()
                        .id());
        assertThat(codes.page(clerk, ANY, ALL).items())
                .hasSize(3)
                .allMatch(each -> each.voucher().merchant() == clerk.merchant())
                .noneMatch(each -> each.toString().contains(own))
                .isSortedAccordingTo((one, next) ->
                        Long.compare(next.voucher().id(), one.voucher().id()));
        assertThat(found(clerk, new Codes.Filter(null, Kind.PICK_UP, null, null)))
                .containsExactly(pickUp);
        assertThat(found(clerk, new Codes.Filter(null, Kind.VOUCHER, null, null)))
                .containsExactly(order, order);
        assertThat(found(clerk, new Codes.Filter(null, null, pickUp, null))).containsExactly(pickUp);
        assertThat(found(clerk, new Codes.Filter(Status.REDEEMED, null, null, null)))
                .isEmpty();
        assertThat(found(other, new Codes.Filter(Status.REDEEMED, null, null, null)))
                .hasSize(1);
        assertThat(found(other, new Codes.Filter(null, null, order, null))).isEmpty();
        String number = codes.page(clerk, new Codes.Filter(null, null, pickUp, null), ALL)
                .items()
                .getFirst()
                .number();
        assertThat(found(clerk, new Codes.Filter(null, null, null, number))).containsExactly(pickUp);
        assertThat(found(clerk, new Codes.Filter(null, null, null, "%"))).isEmpty();
    }

    private List<Long> found(Actor actor, Codes.Filter filter) {
        return codes.page(actor, filter, ALL).items().stream()
                .map(each -> each.voucher().order())
                .toList();
    }

    @Test
    void hidesTheCodesOfOthersInTheDatabaseItself() {
        bought(clerk, "voucher", 1);
        Actor.Clerk other = mall.clerk();
        long seen =
                mall.tables.workAs(other.merchant(), work -> work.number("select count(*) number from mall.voucher"));
        assertThat(seen).isZero();
    }

    @Test
    void isForThoseWhoMaySend() {
        bought(clerk, "voucher", 1);
        String code = code();
        var idle = new Actor.Clerk(1, clerk.merchant(), EnumSet.of(Permission.ORDERS_READ));
        for (Actor actor : List.of(idle, member, new Actor.Operator(1, EnumSet.of(Permission.ORDERS_READ)))) {
            assertThatThrownBy(() -> codes.look(actor, code)).hasMessageContaining("not_permitted");
            assertThatThrownBy(() -> codes.page(actor, ANY, ALL)).hasMessageContaining("not_permitted");
        }
        // An operator stands at the counter of the own shop, and at no other.
        var operator = new Actor.Operator(1, EnumSet.of(Permission.ORDERS_SHIP));
        assertThatThrownBy(() -> codes.look(operator, code)).hasMessageContaining("not_found");
        assertThat(codes.page(operator, ANY, ALL).items()).isEmpty();
    }
}
