package hongli.mall.bill;

import java.util.Optional;
import java.util.stream.Stream;

/// One figure of a bill: which postings made it, and how much each of them counts in it. What [Figures] adds up, this
/// takes apart again.
public enum Figure {
    /// Each completed order by the first posting of its sale, which was made when it completed.
    ORDERS("orders", Made.COMPLETED, "1"),
    SALES("sales", Made.of("sale"), Made.OWED),
    FREIGHT("freight", Made.COMPLETED + " and o.freight_fen > 0", "o.freight_fen"),
    MERCHANT_COUPONS("merchantCoupons", Made.COMPLETED + " and o.merchant_discount_fen > 0", "o.merchant_discount_fen"),
    PLATFORM_COUPONS("platformCoupons", Made.of("platform_coupon"), Made.OWED),
    COMMISSION("commission", Made.of("commission"), Made.OWED),
    CONTRIBUTIONS("contributions", Made.of("contribution"), Made.OWED),
    CONSTANT_RECEIVED("constantReceived", Made.of("constant"), "-" + Made.OWED),
    CASH_RECEIVED("cashReceived", Made.of("cash"), "-" + Made.OWED),
    /// Made in the programme, not in the mall's books: see [BillBook#exchanges].
    CONSTANT_EXCHANGED("constantExchanged", "false", "0"),
    DEDUCTIONS("deductions", Made.of("deduction"), Made.OWED),
    /// Money that goes back is the buyer's, so no merchant stands in its posting: it is found by its order.
    REFUNDS("refunds", "k.kind = 'refund'", "k.amount_fen"),
    OWED("owed", Made.OWING, Made.OWED);

    private final String word;
    private final String made;
    private final String counts;

    Figure(String word, String made, String counts) {
        this.word = word;
        this.made = made;
        this.counts = counts;
    }

    /// The conditions and amounts that several figures share; `k` is the posting and `o` its order.
    private static final class Made {
        static final String OWING = "'merchant' in (k.debit, k.credit) and k.kind <> 'bill'";
        static final String OWED = "(case when k.debit = 'merchant' then -k.amount_fen else k.amount_fen end)";
        static final String COMPLETED = "k.key = 'order:' || k.order_id || ':sale:0'";

        static String of(String kind) {
            return "'merchant' in (k.debit, k.credit) and k.kind = '" + kind + "'";
        }
    }

    /// As it is called on a bill.
    public String word() {
        return word;
    }

    /// The figure that a bill calls `word`.
    public static Optional<Figure> called(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// A sum of this figure as text: orders are counted, everything else is fen and told in yuan.
    public String text(long sum) {
        return this == ORDERS ? Long.toString(sum) : Figures.yuan(sum);
    }

    /// Which postings made it, as a condition without values.
    String made() {
        return made;
    }

    /// How much a posting counts in it, as an expression.
    String counts() {
        return counts;
    }
}
