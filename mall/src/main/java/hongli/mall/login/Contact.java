package hongli.mall.login;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a member is reached and known: a phone number or an address of e-mail, in the one form in which it is kept.
public sealed interface Contact {
    /// A mobile number of the mainland as eleven digits, any other with `+` and the country's digits.
    record Phone(String number) implements Contact {}

    /// An address of e-mail in small letters.
    record Email(String address) implements Contact {}

    Pattern MAINLAND = Pattern.compile("(?:\\+?86)?(1[3-9][0-9]{9})");
    Pattern ABROAD = Pattern.compile("\\+[1-9][0-9]{6,14}");
    Pattern MAIL = Pattern.compile("[a-z0-9._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");
    int MOST = 200;

    /// Reads what somebody typed; nothing where it is neither.
    static Optional<Contact> parse(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        if (stripped.indexOf('@') >= 0) {
            return MAIL.matcher(stripped).matches() ? Optional.of(new Email(stripped)) : Optional.empty();
        }
        String digits = stripped.replaceAll("[ ()-]", "");
        var mainland = MAINLAND.matcher(digits);
        if (mainland.matches()) {
            return Optional.of(new Phone(mainland.group(1)));
        }
        return ABROAD.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /// A login in the form in which logins are kept, whatever it is.
    static String normal(String login) {
        return parse(login).map(Contact::text).orElseGet(() -> login.strip().toLowerCase(Locale.ROOT));
    }

    default String text() {
        return switch (this) {
            case Phone phone -> phone.number();
            case Email email -> email.address();
        };
    }

    /// As others may see it: `138****8000`, `w***@example.com`.
    static String masked(String text) {
        int at = text.indexOf('@');
        if (at >= 0) {
            return text.charAt(0) + "***" + text.substring(at);
        }
        int shown = Math.max(0, text.length() - 4);
        return text.substring(0, Math.min(3, shown)) + "****" + text.substring(shown);
    }
}
