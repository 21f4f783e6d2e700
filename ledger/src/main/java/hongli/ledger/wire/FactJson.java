package hongli.ledger.wire;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts as JSON objects: the transfers in order, promotions, and the dividend of a closed day. Amounts are decimals
/// as texts, in the unit of the account ([Amounts]); reasons and accounts are the words of the rules in small letters.
public final class FactJson {
    private static final int PICO_FEN_DECIMALS = 14;

    private FactJson() {}

    public static Map<String, Object> fields(Fact fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "transfers", fact.transfers().stream().map(FactJson::transfer).toList());
        fields.putAll(rarities(fact));
        return fields;
    }

    /// What is told of a fact besides its transfers; seldom anything.
    static Map<String, Object> rarities(Fact fact) {
        Dividend dividend = fact.dividend();
        if (dividend == null && fact.promotions().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!fact.promotions().isEmpty()) {
            fields.put(
                    "promotions",
                    fact.promotions().stream().map(FactJson::promotion).toList());
        }
        if (dividend != null) {
            fields.put("dividend", dividend(dividend));
        }
        return fields;
    }

    /// Reads back what [#fields] gave.
    public static Fact parse(Map<String, ?> fields) {
        Object dividend = fields.get("dividend");
        return new Fact(
                list(fields.get("transfers")).stream()
                        .map(FactJson::parseTransfer)
                        .toList(),
                list(fields.get("promotions")).stream()
                        .map(FactJson::parsePromotion)
                        .toList(),
                dividend == null ? null : parseDividend(object(dividend)));
    }

    /// The word for a reason, an account or a unit: `forced_sale`.
    public static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    static Map<?, ?> plainObject(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("value must be an object: value=" + value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, ?> object(@Nullable Object value) {
        return (Map<String, ?>) plainObject(value);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    private static Map<String, Object> transfer(Transfer transfer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", word(transfer.reason()));
        fields.put("from", account(transfer.from()));
        fields.put("to", account(transfer.to()));
        Account.Unit unit = transfer.from().kind().unit();
        fields.put("unit", word(unit));
        fields.put("amount", Amounts.text(transfer.amount(), unit));
        return fields;
    }

    private static Transfer parseTransfer(@Nullable Object value) {
        Map<String, ?> fields = object(value);
        Account from = parseAccount(object(fields.get("from")));
        return new Transfer(
                Transfer.Reason.valueOf(name(fields.get("reason"))),
                from,
                parseAccount(object(fields.get("to"))),
                Amounts.parse(text(fields.get("amount")), from.kind().unit()));
    }

    private static Map<String, Object> account(Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", word(account.kind()));
        MemberId member = account.member();
        if (member != null) {
            fields.put("member", member.text());
        }
        return fields;
    }

    private static Account parseAccount(Map<String, ?> fields) {
        Object member = fields.get("member");
        return new Account(
                Account.Kind.valueOf(name(fields.get("account"))), member == null ? null : new MemberId(text(member)));
    }

    private static Map<String, Object> promotion(Promotion promotion) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("member", promotion.member().text());
        fields.put("tier", promotion.tier());
        return fields;
    }

    private static Promotion parsePromotion(@Nullable Object value) {
        Map<String, ?> fields = object(value);
        return new Promotion(
                new MemberId(text(fields.get("member"))), new BigDecimal(text(fields.get("tier"))).intValueExact());
    }

    private static Map<String, Object> dividend(Dividend dividend) {
        Map<String, Object> fields = new LinkedHashMap<>();
        LocalDate date = dividend.date();
        if (date != null) {
            fields.put("date", date.toString());
        }
        fields.put("perMicroPoint", dividend.perMicroPoint().toString());
        fields.put("perHead", dividend.perHead().stream().map(PicoFen::toString).toList());
        return fields;
    }

    private static Dividend parseDividend(Map<String, ?> fields) {
        Object date = fields.get("date");
        return new Dividend(
                date == null ? null : LocalDate.parse(text(date)),
                picoFen(fields.get("perMicroPoint")),
                list(fields.get("perHead")).stream().map(FactJson::picoFen).toList());
    }

    private static PicoFen picoFen(@Nullable Object value) {
        return new PicoFen(Amounts.parse(text(value), PICO_FEN_DECIMALS));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String name(@Nullable Object value) {
        return text(value).toUpperCase(Locale.ROOT);
    }
}
