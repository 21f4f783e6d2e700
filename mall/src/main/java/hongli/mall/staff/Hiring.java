package hongli.mall.staff;

import hongli.mall.login.Passwords;
import hongli.mall.table.Transaction;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How an account for somebody who works here comes about.
final class Hiring {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;

    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    /// Somebody to be hired.
    ///
    /// @param kept what is kept of the password
    record Newcomer(@Nullable Long merchant, String login, String name, String kept) {
        Newcomer {
            login = login.strip().toLowerCase(Locale.ROOT);
            if (!LOGIN.matcher(login).matches()) {
                throw StaffGround.LOGIN_UNSOUND.with();
            }
        }
    }

    Hiring(Passwords passwords) {
        this.passwords = passwords;
    }

    /// A password to begin with, of about 78 bits.
    String password() {
        var password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    String kept(String password) {
        return passwords.hash(password);
    }

    static long insert(Transaction work, Newcomer newcomer, long role) {
        return work.insert(
                "insert into mall.staff (merchant, login, password, must_change, name, role, created_at)"
                        + " values (?, ?, ?, true, ?, ?, ?) returning id",
                newcomer.merchant(),
                newcomer.login(),
                newcomer.kept(),
                newcomer.name(),
                role,
                work.now());
    }
}
