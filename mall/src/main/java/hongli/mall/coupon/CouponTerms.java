package hongli.mall.coupon;

import hongli.economy.exact.Money;
import hongli.mall.price.Off;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What a kind of coupon says.
///
/// @param merchant whose goods it is for; nothing for all
/// @param category the category it is for, with those below; nothing for all
/// @param threshold what the goods in its scope must come to
/// @param stacks whether it bears other coupons on the same goods
/// @param limits how many there are
/// @param from from when on it may be taken and used
/// @param until up to when, this instant not included
public record CouponTerms(
        OptionalLong merchant,
        OptionalLong category,
        String name,
        Money threshold,
        Off off,
        boolean stacks,
        Limits limits,
        Instant from,
        Instant until) {
    /// How many pieces there are in all, and for each member.
    public record Limits(long all, int eachMember) {}

    void requireSound() {
        require(!name.isBlank() && name.length() <= 60, "a name of at most 60 characters");
        require(limits.all() >= 1 && limits.all() <= 1_000_000_000, "from 1 to 1000000000 pieces");
        require(limits.eachMember() >= 1 && limits.eachMember() <= 1_000, "from 1 to 1000 pieces for each member");
        require(until.isAfter(from), "an end after the beginning");
        switch (off) {
            case Off.Amount(var amount) -> {
                require(amount.fen() > 0, "an amount above 0");
                require(threshold.compareTo(amount) >= 0, "a threshold not below the amount");
            }
            case Off.Part(var rate, var most) -> {
                require(rate.millionths() >= 1 && rate.millionths() < 1_000_000, "a part between 0 and 1");
                require(most.isEmpty() || most.get().fen() > 0, "a most above 0");
            }
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw CouponGround.COUPON_UNSOUND.with("rule", rule);
        }
    }

    /// As it stands in the audit log and on the wire.
    public Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        merchant.ifPresent(id -> told.put("merchant", id));
        category.ifPresent(id -> told.put("category", id));
        told.put("name", name);
        told.put("threshold", threshold.toString());
        switch (off) {
            case Off.Amount(var amount) -> told.put("off", amount.toString());
            case Off.Part(var rate, var most) -> {
                told.put("offMillionths", rate.millionths());
                most.ifPresent(amount -> told.put("most", amount.toString()));
            }
        }
        told.put("stacks", stacks);
        told.put("mostIssued", limits.all());
        told.put("eachMember", limits.eachMember());
        told.put("from", from.toString());
        told.put("until", until.toString());
        return told;
    }
}
