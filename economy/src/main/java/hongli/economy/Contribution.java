package hongli.economy;

import hongli.economy.exact.Rate;
import hongli.economy.exact.Wide;
import hongli.economy.terms.Terms;
import hongli.economy.terms.Terms.Grant;

/// What an order's base becomes: its parts for the pool and the funds, in fen.
record Contribution(long base, long pool, long fixed, long tier) {
    static Contribution of(Terms terms, long base) {
        return new Contribution(
                base,
                part(base, terms.poolRate()),
                part(base, terms.fixedDividendRate()),
                part(base, terms.tierDividendRate()));
    }

    long total() {
        return pool + fixed + tier;
    }

    /// What the buyer (`step` 0) or a referrer is granted points for, in fen (section 4, step 2).
    long grantValue(Terms terms, int step) {
        return switch (terms.grant()) {
            case Grant.ByValue(Rate rate) ->
                part(pool, step == 0 ? rate : terms.referralRates().get(step - 1));
            case Grant.ByAmount _ ->
                step == 0 ? base : part(base, terms.referralRates().get(step - 1));
        };
    }

    /// The quota that comes with a grant for `value` fen, in fen (section 4, step 3); it may pass every limit.
    Wide quota(Terms terms, int step, long value) {
        return step == 0
                ? terms.quotaMultiple().part(base)
                : terms.referralQuotaMultiple().part(value);
    }

    private static long part(long amount, Rate rate) {
        return rate.part(amount).toLong();
    }
}
