package hongli.mall.programme;

import hongli.ledger.ProgrammeId;
import hongli.mall.setting.Settings;
import hongli.mall.table.Transaction;
import java.util.Locale;
import java.util.Map;

/// What the shop has chosen: which programme it feeds, when an order is settled, and what its base is.
///
/// @param cashOnly whether what was paid in constant points is left out of the base
/// @param withFreight whether freight counts as sales
public record ShopTerms(ProgrammeId programme, Moment settleAt, BaseOf baseOf, boolean cashOnly, boolean withFreight) {
    /// When the programme is told of an order.
    public enum Moment {
        RETURN_WINDOW_PASSED,
        PAYMENT
    }

    /// What is shared.
    public enum BaseOf {
        SALES,
        MARGIN
    }

    /// What the settings say now.
    public static ShopTerms read(Transaction work) {
        Map<String, String> settings = Settings.values(work);
        return new ShopTerms(
                new ProgrammeId(settings.getOrDefault("programme", "mall")),
                Moment.valueOf(word(settings, "settle_at", "return_window_passed")),
                BaseOf.valueOf(word(settings, "base_of", "sales")),
                Boolean.parseBoolean(settings.getOrDefault("base_cash_only", "true")),
                Boolean.parseBoolean(settings.getOrDefault("base_freight", "false")));
    }

    private static String word(Map<String, String> settings, String name, String otherwise) {
        return settings.getOrDefault(name, otherwise).toUpperCase(Locale.ROOT);
    }
}
