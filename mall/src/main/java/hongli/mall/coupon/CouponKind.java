package hongli.mall.coupon;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.price.Bearer;
import hongli.mall.price.Discount;
import hongli.mall.price.Off;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A kind of coupon, as it stands in the tables.
///
/// @param bearer who bears what it takes off: who made it
/// @param issued how many pieces members have taken
public record CouponKind(long id, Bearer bearer, CouponTerms terms, long issued) {
    static final String TERMS = "k.merchant, k.category, k.borne_by, k.name, k.threshold_fen, k.off_fen,"
            + " k.off_millionths, k.most_fen, k.stacks, k.issued, k.most_issued, k.each_member, k.from_at, k.until_at";
    static final String COLUMNS = "k.id, " + TERMS;

    static CouponKind read(Row row) throws SQLException {
        return read(row, row.number("id"));
    }

    static CouponKind read(Row row, long id) throws SQLException {
        return new CouponKind(id, row.word("borne_by", Bearer.class), terms(row), row.number("issued"));
    }

    private static CouponTerms terms(Row row) throws SQLException {
        return new CouponTerms(
                row.findNumber("merchant"),
                row.findNumber("category"),
                row.text("name"),
                row.money("threshold_fen"),
                off(row),
                row.flag("stacks"),
                new CouponTerms.Limits(row.number("most_issued"), row.count("each_member")),
                row.time("from_at"),
                row.time("until_at"));
    }

    private static Off off(Row row) throws SQLException {
        OptionalLong amount = row.findNumber("off_fen");
        if (amount.isPresent()) {
            return new Off.Amount(new Money(amount.getAsLong()));
        }
        OptionalLong most = row.findNumber("most_fen");
        return new Off.Part(
                new Rate(row.number("off_millionths")),
                most.isPresent() ? Optional.of(new Money(most.getAsLong())) : Optional.empty());
    }

    /// The rule of one piece of this kind.
    public Discount discount(long coupon) {
        return new Discount(
                coupon,
                id,
                terms.name(),
                bearer,
                new Discount.Scope(terms.merchant(), terms.category()),
                terms.threshold(),
                terms.off(),
                terms.stacks());
    }

    /// As it stands on the wire.
    public Map<String, Object> told() {
        Map<String, Object> told = terms.told();
        told.put("id", id);
        told.put("borneBy", bearer == Bearer.PLATFORM ? "platform" : "merchant");
        told.put("issued", issued);
        return told;
    }
}
