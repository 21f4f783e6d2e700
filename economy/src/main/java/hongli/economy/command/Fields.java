package hongli.economy.command;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Limits;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.ValueFault;
import hongli.economy.terms.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The named fields of one command while it is read: first the form of each is judged, then values are taken.
///
/// A value that breaks a rule by itself is remembered (the first one counts) and stood in for by the smallest sound
/// one, so that the command can be built and then replaced by its refusal.
final class Fields {
    private static final Set<String> AMOUNTS = Set.of("amount", "base", "points", "atLeast");
    private static final int MAX_DIGITS = 40;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Money SMALLEST_MONEY = new Money(1);

    private final String type;
    private final Map<String, ?> given;
    private final List<Fault> faults;
    private Refusal.@Nullable ValueUnsound unsound;

    Fields(String type, Map<String, ?> given, List<Fault> faults) {
        this.type = type;
        this.given = given;
        this.faults = faults;
    }

    String type() {
        return type;
    }

    Refusal.@Nullable ValueUnsound unsound() {
        return unsound;
    }

    /// Notes every field whose form is not what its name asks for.
    void judgeForm() {
        given.forEach((name, value) -> {
            String expected = expectedForm(name, value);
            if (expected != null
                    && faults.stream().noneMatch(fault -> fault.field().equals(name))) {
                faults.add(new Fault(name, "wrong_form", expected, String.valueOf(value)));
            }
        });
    }

    MemberId memberId(String name) {
        return new MemberId(text(name));
    }

    @Nullable
    MemberId memberIdOrNull(String name) {
        return given.containsKey(name) ? memberId(name) : null;
    }

    OrderId orderId() {
        return new OrderId(text("order"));
    }

    HoldId holdId() {
        return new HoldId(text("hold"));
    }

    boolean isMerchant() {
        return Boolean.TRUE.equals(given.get("merchant"));
    }

    Asset asset() {
        return text("asset").equals(Asset.CASH.word()) ? Asset.CASH : Asset.CONSTANT;
    }

    Money money(String name) {
        return new Money(number(name, 2, Limits.MONEY_FEN, true));
    }

    @Nullable
    Money moneyOrNull(String name) {
        return given.containsKey(name) ? money(name) : null;
    }

    Points points(String name) {
        return new Points(number(name, 6, Limits.POINTS_MICRO, true));
    }

    /// The base of an order: `amount` where none is given, 0 allowed, never above `amount`.
    Money base(Money amount) {
        if (!given.containsKey("base")) {
            return amount;
        }
        Money base = new Money(number("base", 2, Limits.MONEY_FEN, false));
        if (base.compareTo(amount) > 0) {
            note("base", ValueFault.BASE_ABOVE_AMOUNT);
            return SMALLEST_MONEY;
        }
        return base;
    }

    LocalDate date(String name) {
        String text = text(name);
        try {
            return LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(5, 7)),
                    Integer.parseInt(text.substring(8, 10)));
        } catch (DateTimeException _) {
            note(name, ValueFault.DATE_NOT_REAL);
            return LocalDate.EPOCH;
        }
    }

    private String text(String name) {
        return String.valueOf(given.get(name));
    }

    private long number(String name, int decimals, long limit, boolean positive) {
        return switch (Decimals.read(text(name), decimals, limit)) {
            case Decimals.Reading.Whole(long value) when value > 0 || !positive -> value;
            case Decimals.Reading.Whole _ -> note(name, ValueFault.NOT_POSITIVE);
            case Decimals.Reading.Unreadable(var fault) ->
                note(
                        name,
                        switch (fault) {
                            case NEGATIVE -> positive ? ValueFault.NOT_POSITIVE : ValueFault.NEGATIVE;
                            case TOO_MANY_DECIMALS -> ValueFault.TOO_MANY_DECIMALS;
                            case TOO_LARGE, NOT_A_DECIMAL -> ValueFault.TOO_LARGE;
                        });
        };
    }

    private long note(String name, ValueFault fault) {
        if (unsound == null) {
            unsound = new Refusal.ValueUnsound(name, fault, text(name));
        }
        return 1;
    }

    /// What the field called `name` must look like, or null where `value` does.
    private @Nullable String expectedForm(String name, @Nullable Object value) {
        if (name.equals("type")) {
            return null;
        }
        if (name.equals("merchant") && type.equals("member.joined")) {
            return value instanceof Boolean ? null : "true or false";
        }
        if (!(value instanceof String text)) {
            return "a text in quotation marks";
        }
        if (AMOUNTS.contains(name)) {
            return isDecimal(text) ? null : "a decimal as a text, such as \"100.00\"";
        }
        return switch (name) {
            case "date" -> DATE.matcher(text).matches() ? null : "a date such as \"2026-02-28\"";
            case "asset" -> text.equals("cash") || text.equals("constant") ? null : "\"cash\" or \"constant\"";
            default -> Id.isSound(text) ? null : "1 to 128 bytes without control characters or outer blanks";
        };
    }

    /// An optional minus, up to 40 digits, and perhaps a point and up to 40 more.
    private static boolean isDecimal(String text) {
        int begin = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text, begin, text.length())
                : isDigits(text, begin, point) && isDigits(text, point + 1, text.length());
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= MAX_DIGITS;
    }
}
