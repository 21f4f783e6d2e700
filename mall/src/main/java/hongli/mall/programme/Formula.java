package hongli.mall.programme;

import hongli.economy.Price;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import hongli.economy.exact.Wide;
import hongli.economy.terms.Terms;
import hongli.economy.terms.Terms.Grant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many points an order brings to one of those it concerns, with every number that is in the reckoning
/// (section 4 of the rules, *order.settled*, steps 1 and 2).
///
/// @param step 0 for the buyer, 1 for who referred it, 2 for who referred that one
/// @param contribution the part of the base that goes into the pool
/// @param rate the part of the contribution, or of the base where points go by amount, that points are for
/// @param value what points are for
/// @param price the price before the order
/// @param points what comes of it before any limit
public record Formula(
        int step, Money base, Rate poolRate, Money contribution, Rate rate, Money value, Price price, Points points) {
    private static final long MICRO_PER_POINT = 1_000_000;

    public static Formula of(Terms terms, Money base, int step, Price price) {
        Money contribution = part(base, terms.poolRate());
        return switch (terms.grant()) {
            case Grant.ByValue(Rate rate) -> {
                Rate own = step == 0 ? rate : terms.referralRates().get(step - 1);
                Money value = part(contribution, own);
                yield new Formula(
                        step,
                        base,
                        terms.poolRate(),
                        contribution,
                        own,
                        value,
                        price,
                        points(value, price.micro(), price.fen()));
            }
            case Grant.ByAmount(Money perPoint) -> {
                Rate own = step == 0 ? Rate.ONE : terms.referralRates().get(step - 1);
                Money value = part(base, own);
                yield new Formula(
                        step,
                        base,
                        terms.poolRate(),
                        contribution,
                        own,
                        value,
                        new Price(perPoint.fen(), MICRO_PER_POINT),
                        points(value, MICRO_PER_POINT, perPoint.fen()));
            }
        };
    }

    /// For people and programs to follow: amounts in yuan, the price also as the exact fraction it is.
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", step);
        fields.put("base", base.toString());
        fields.put("poolRate", poolRate.toString());
        fields.put("contribution", contribution.toString());
        fields.put("rate", rate.toString());
        fields.put("value", value.toString());
        fields.put("price", price.toString());
        fields.put("pool", new Money(price.fen()).toString());
        fields.put("circulating", new Points(price.micro()).toString());
        fields.put("points", points.toString());
        fields.put("text", text());
        return fields;
    }

    /// The reckoning in one line; all divisions floor.
    public String text() {
        return "%s × %s = %s; × %s = %s; %s ÷ (%s ÷ %s) = %s"
                .formatted(
                        base,
                        poolRate,
                        contribution,
                        rate,
                        value,
                        value,
                        new Money(price.fen()),
                        new Points(price.micro()),
                        points);
    }

    private static Money part(Money whole, Rate rate) {
        return new Money(rate.part(whole.fen()).toLong());
    }

    private static Points points(Money value, long micro, long fen) {
        return new Points(
                Wide.ratio(value.fen(), micro, fen).min(Wide.of(Long.MAX_VALUE)).toLong());
    }
}
