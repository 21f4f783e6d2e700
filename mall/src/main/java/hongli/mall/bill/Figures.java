package hongli.mall.bill;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Wide;
import hongli.mall.posting.Kind;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// What happened to a merchant in a period, in fen, by what it was about; what lessens what it is owed is
/// below zero.
///
/// @param sales what buyers paid for completed orders, freight included, less what went back of it
///     afterwards
/// @param freight the freight in it
/// @param merchantCoupons what the merchant's own coupons took off; not owed by anybody, told for the record
/// @param platformCoupons what the platform pays for its coupons
/// @param commission what the platform keeps
/// @param contributions what went to the programme's pool and dividends
/// @param constant what buyers paid in constant points, which the merchant has received in the programme
/// @param cash what buyers paid out of their cash in the programme, which the merchant has received there
/// @param deductions what was kept back of refunds, which is the merchant's
/// @param refunds what went back to buyers of orders in the period; contained in the sales where they were
///     completed
/// @param exchanged constant points that the merchant gave back to the programme for points
/// @param orders how many orders completed
public record Figures(
        long sales,
        long freight,
        long merchantCoupons,
        long platformCoupons,
        long commission,
        long contributions,
        long constant,
        long cash,
        long deductions,
        long refunds,
        long exchanged,
        long orders) {
    private static final String SUMS = """
            select kind, sum(case when debit = 'merchant' then -amount_fen else amount_fen end)::bigint as fen
            from mall.posting where merchant = ? and at >= ? and at < ? and kind <> 'bill'
                and 'merchant' in (debit, credit)
            group by kind
            """;
    private static final String COMPLETED = """
            select count(*) as orders, coalesce(sum(o.freight_fen), 0)::bigint as freight,
                coalesce(sum(o.merchant_discount_fen), 0)::bigint as coupons
            from mall.orders o where o.merchant = ? and exists (
                select from mall.posting p where p.order_id = o.id and p.kind = 'sale' and p.at >= ? and p.at < ?
                    and p.key = 'order:' || o.id || ':sale:0')
            """;
    private static final String REFUNDED = """
            select coalesce(sum(p.amount_fen), 0)::bigint number from mall.posting p
            join mall.orders o on o.id = p.order_id
            where o.merchant = ? and p.kind = 'refund' and p.at >= ? and p.at < ?
            """;

    /// Adds up the period from `from` until before `until`.
    static Figures of(Transaction work, long merchant, Instant from, Instant until, long exchanged) {
        Map<Kind, Long> sums = new EnumMap<>(Kind.class);
        work.all(SUMS, row -> Map.entry(row.word("kind", Kind.class), row.number("fen")), merchant, from, until)
                .forEach(each -> sums.put(each.getKey(), each.getValue()));
        long refunds = work.number(REFUNDED, merchant, from, until);
        return work.one(
                COMPLETED,
                row -> new Figures(
                        sums.getOrDefault(Kind.SALE, 0L),
                        row.number("freight"),
                        row.number("coupons"),
                        sums.getOrDefault(Kind.PLATFORM_COUPON, 0L),
                        sums.getOrDefault(Kind.COMMISSION, 0L),
                        sums.getOrDefault(Kind.CONTRIBUTION, 0L),
                        sums.getOrDefault(Kind.CONSTANT, 0L),
                        sums.getOrDefault(Kind.CASH, 0L),
                        sums.getOrDefault(Kind.DEDUCTION, 0L),
                        refunds,
                        exchanged,
                        row.number("orders")),
                merchant,
                from,
                until);
    }

    /// What is owed for the period; below zero where the merchant owes.
    public long owed() {
        return LongStream.of(sales, platformCoupons, commission, contributions, constant, cash, deductions)
                .reduce(0, Math::addExact);
    }

    /// One of them, as a bill shows it: what the merchant has received already is told without its sign.
    public long of(Figure figure) {
        return switch (figure) {
            case ORDERS -> orders;
            case SALES -> sales;
            case FREIGHT -> freight;
            case MERCHANT_COUPONS -> merchantCoupons;
            case PLATFORM_COUPONS -> platformCoupons;
            case COMMISSION -> commission;
            case CONTRIBUTIONS -> contributions;
            case CONSTANT_RECEIVED -> -constant;
            case CASH_RECEIVED -> -cash;
            case CONSTANT_EXCHANGED -> exchanged;
            case DEDUCTIONS -> deductions;
            case REFUNDS -> refunds;
            case OWED -> owed();
        };
    }

    /// Amounts in yuan, as texts.
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            fields.put(figure.word(), figure == Figure.ORDERS ? (Object) orders : figure.text(of(figure)));
        }
        return fields;
    }

    /// Fen as yuan, which may be below zero.
    public static String yuan(long fen) {
        return Decimals.format(Wide.of(fen), 2);
    }
}
