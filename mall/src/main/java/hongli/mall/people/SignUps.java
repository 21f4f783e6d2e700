package hongli.mall.people;

import hongli.mall.login.Contact;
import hongli.mall.login.Passwords;
import hongli.mall.login.Sessions;
import hongli.mall.referral.Referrals;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;

/// How people become members: with a phone number or an address of e-mail, a password, and the code of whoever brought
/// them.
public final class SignUps {
    /// No letters that look like digits, no vowels that make words.
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LENGTH = 8;

    private final Tables tables;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Arrivals arrivals;
    private final SecureRandom random = new SecureRandom();

    /// What somebody who wants to become a member sends.
    ///
    /// @param contact a phone number or an address of e-mail
    /// @param code the referral code of whoever brought them
    /// @param source by which way the code came: `link`, `poster`, …
    public record Wish(String contact, String password, Optional<String> name, Optional<String> code, String source) {
        /// Never says the password.
        @Override
        public String toString() {
            return "Wish[source=" + source + "]";
        }
    }

    /// A new member, logged in.
    public record Joined(long member, Sessions.Begun session) {}

    public SignUps(Tables tables, Passwords passwords, Sessions sessions, Arrivals arrivals) {
        this.tables = tables;
        this.passwords = passwords;
        this.sessions = sessions;
        this.arrivals = arrivals;
    }

    /// Makes a member.
    ///
    /// A code that is nobody's is refused and not passed over: who brought whom cannot be told later.
    ///
    /// @throws hongli.mall.refusal.Refusal where somebody has this contact, and where contact, password or code are
    ///     unsound
    public Joined signUp(Wish wish) {
        Contact contact = Contact.parse(wish.contact()).orElseThrow(PeopleGround.CONTACT_UNSOUND::with);
        Passwords.requireStrong(wish.password(), contact.text());
        String hash = passwords.hash(wish.password());
        try {
            return tables.work(work -> join(work, wish, contact, hash));
        } catch (StatementFailed e) {
            throw Members.taken(e);
        }
    }

    /// Makes a member who cannot log in, in a transaction of the caller: for members that come from elsewhere.
    public long take(Transaction work, Contact contact, String name) {
        long member = insert(work, contact, Optional.empty(), Optional.of(name));
        arrivals.joined(work, member, OptionalLong.empty());
        return member;
    }

    /// As [#take(Transaction, Contact, String)], brought by whoever has `code`.
    ///
    /// @throws hongli.mall.refusal.Refusal where nobody has it
    public long take(Transaction work, Contact contact, String name, String code) {
        long member = insert(work, contact, Optional.empty(), Optional.of(name));
        arrivals.joined(work, member, brought(work, member, code, "link"));
        return member;
    }

    private static OptionalLong brought(Transaction work, long member, String code, String source) {
        return OptionalLong.of(
                Referrals.bindNew(work, member, code, source).orElseThrow(PeopleGround.REFERRAL_CODE_UNKNOWN::with));
    }

    private Joined join(Transaction work, Wish wish, Contact contact, String hash) {
        long member = insert(work, contact, Optional.of(hash), wish.name());
        OptionalLong referrer = wish.code().isEmpty()
                ? OptionalLong.empty()
                : brought(work, member, wish.code().get(), wish.source());
        arrivals.joined(work, member, referrer);
        return new Joined(member, sessions.begin(work, Sessions.Holder.MEMBER, member));
    }

    private long insert(Transaction work, Contact contact, Optional<String> hash, Optional<String> name) {
        String code;
        do {
            code = code();
        } while (work.exists("select from mall.member where referral_code = ?", code));
        return work.insert(
                "insert into mall.member (phone, email, password, name, referral_code, joined_at)"
                        + " values (?, ?, ?, ?, ?, ?) returning id",
                contact instanceof Contact.Phone phone ? phone.number() : null,
                contact instanceof Contact.Email email ? email.address() : null,
                hash.orElse(null),
                name.orElse("会员" + code.substring(CODE_LENGTH - 4)),
                code,
                work.now());
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
