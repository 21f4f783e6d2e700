package hongli.mall.setting;

import hongli.ledger.wire.Json;
import hongli.mall.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that a shop chooses for itself. A change holds for what happens afterwards, and for what has not been
/// decided yet.
public enum Setting {
    /// When the programme is told of an order.
    SETTLE_AT,
    /// What of an order is shared: what was paid, or what is left of it after the cost.
    BASE_OF,
    /// Whether what was paid in constant points is left out of the base.
    BASE_CASH_ONLY,
    /// Whether freight counts as sales.
    BASE_FREIGHT,
    /// Whether the programme's day is closed by an operator, or by the mall itself.
    DAY_CLOSE,
    /// When the mall closes the day that has ended, in minutes after midnight.
    DAY_CLOSE_MINUTE,
    /// How long after completion a buyer may still return something.
    RETURN_DAYS,
    /// How long an order waits for its payment.
    UNPAID_MINUTES,
    /// How long after delivery an order completes by itself.
    COMPLETES_DAYS,
    /// How long a merchant may take to answer an after-sale; then it counts as agreed.
    AFTER_SALE_ANSWER_DAYS,
    /// How long a buyer may take to send something back.
    AFTER_SALE_SEND_BACK_DAYS,
    /// How long a merchant may take to confirm what came back.
    AFTER_SALE_RECEIVE_DAYS,
    /// The least that a member may withdraw at once.
    WITHDRAWAL_LEAST_FEN,
    /// The most that a member may withdraw at once.
    WITHDRAWAL_MOST_FEN,
    /// The most that a member may withdraw in a day.
    WITHDRAWAL_DAY_FEN,
    /// How long a member waits from one withdrawal to the next.
    WITHDRAWAL_COOLING_HOURS,
    /// The least that a merchant may withdraw at once.
    MERCHANT_WITHDRAWAL_LEAST_FEN,
    /// The most that a merchant may withdraw at once.
    MERCHANT_WITHDRAWAL_MOST_FEN,
    /// The most that a merchant may withdraw in a day.
    MERCHANT_WITHDRAWAL_DAY_FEN,
    /// How long a merchant waits from one withdrawal to the next.
    MERCHANT_WITHDRAWAL_COOLING_HOURS;

    /// The values that a setting may have.
    public sealed interface Values {
        Values SWITCH = new Choice(List.of("true", "false"), false);
        Values HOURS = whole("hours", 0, 720);
        Values MONEY = whole("fen", 1, 100_000_000_000L);

        private static Values choice(String... words) {
            return new Choice(List.of(words), true);
        }

        private static Values whole(String unit, long least, long most) {
            return new Whole(unit, least, most);
        }

        /// What is kept for `value`, as JSON; empty where it is none of these.
        Optional<String> json(String value);

        /// Why `setting` cannot have this value.
        Refusal unsound(String setting, String value);
    }

    /// A whole number, both ends included.
    public record Whole(String unit, long least, long most) implements Values {
        @Override
        public Optional<String> json(String value) {
            if (!value.matches("[0-9]{1,12}")) {
                return Optional.empty();
            }
            long number = Long.parseLong(value);
            return number < least || number > most ? Optional.empty() : Optional.of(Long.toString(number));
        }

        @Override
        public Refusal unsound(String setting, String value) {
            return SettingGround.SETTING_OUT_OF_RANGE.with(
                    "setting", setting, "least", least, "most", most, "value", value);
        }
    }

    /// One of some words.
    ///
    /// @param isText whether it is kept as a text, and not as true or false
    public record Choice(List<String> words, boolean isText) implements Values {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> json(String value) {
            return words.contains(value) ? Optional.of(isText ? Json.text(value) : value) : Optional.empty();
        }

        @Override
        public Refusal unsound(String setting, String value) {
            return SettingGround.SETTING_NO_CHOICE.with(
                    "setting", setting, "words", String.join(", ", words), "value", value);
        }
    }

    /// The name in the tables and outside.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The values that it may have.
    public Values range() {
        return switch (this) {
            case SETTLE_AT -> Values.choice("return_window_passed", "payment");
            case BASE_OF -> Values.choice("sales", "margin");
            case BASE_CASH_ONLY, BASE_FREIGHT -> Values.SWITCH;
            case DAY_CLOSE -> Values.choice("by_hand", "by_itself");
            case DAY_CLOSE_MINUTE -> Values.whole("minutes", 0, 1_439);
            case RETURN_DAYS -> Values.whole("days", 0, 90);
            case UNPAID_MINUTES -> Values.whole("minutes", 5, 10_080);
            case COMPLETES_DAYS, AFTER_SALE_SEND_BACK_DAYS, AFTER_SALE_RECEIVE_DAYS -> Values.whole("days", 1, 60);
            case AFTER_SALE_ANSWER_DAYS -> Values.whole("days", 1, 30);
            case WITHDRAWAL_LEAST_FEN,
                    WITHDRAWAL_MOST_FEN,
                    WITHDRAWAL_DAY_FEN,
                    MERCHANT_WITHDRAWAL_LEAST_FEN,
                    MERCHANT_WITHDRAWAL_MOST_FEN,
                    MERCHANT_WITHDRAWAL_DAY_FEN -> Values.MONEY;
            case WITHDRAWAL_COOLING_HOURS, MERCHANT_WITHDRAWAL_COOLING_HOURS -> Values.HOURS;
        };
    }

    /// What is kept for `value`, as JSON.
    ///
    /// @throws hongli.mall.refusal.Refusal where it cannot have this value
    String json(String value) {
        return range().json(value).orElseThrow(() -> range().unsound(code(), value));
    }
}
