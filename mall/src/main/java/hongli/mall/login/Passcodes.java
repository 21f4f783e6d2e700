package hongli.mall.login;

import hongli.mall.digest.Sha256;
import hongli.mall.message.Messages;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Passcodes: six digits by which somebody shows that a phone number or an address is theirs. Each holds
/// for ten minutes, for one purpose, for five tries, once. They are kept as passwords are.
///
/// Whether a contact is anybody's cannot be learnt here: for nobody's, a code is made, kept and counted
/// all the same, and only the bringing is left out, which happens later and elsewhere.
public final class Passcodes {
    public static final Duration LASTS = Duration.ofMinutes(10);

    private static final int TRIES = 5;
    private static final int ALL = 1_000_000;
    private static final String KEEP = """
            insert into mall.passcode (purpose, contact, member, kept, tries, made_at, expires_at)
            values (?, ?, ?, ?, 0, ?, ?)
            on conflict (purpose, contact) do update set member = excluded.member, kept = excluded.kept, tries = 0,
                made_at = excluded.made_at, expires_at = excluded.expires_at
            """;
    private static final String TRY = """
            update mall.passcode set tries = tries + 1
            where purpose = ? and contact = ? and tries < ? and expires_at > ? returning id, member, kept, made_at
            """;

    /// Takes some away that hold no longer, and waits for nobody.
    private static final String SWEEP = """
            delete from mall.passcode where id in (
                select id from mall.passcode where expires_at <= ? limit 20 for update skip locked)
            """;

    private final Tables tables;
    private final Passwords passwords;
    private final Patience patience;
    private final SecureRandom random = new SecureRandom();

    /// What a code is good for.
    public enum Purpose {
        CONTACT("验证联系方式", "to confirm this contact"),
        PASSWORD("重设密码", "to choose another password");

        private final String zh;
        private final String en;

        Purpose(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String text(String code) {
            long minutes = LASTS.toMinutes();
            return "【红利】验证码 " + code + "，用于" + zh + "，" + minutes + " 分钟内有效，请勿告诉任何人。" + "Your code " + en + " is "
                    + code + ". It is valid for " + minutes + " minutes. Tell nobody.";
        }
    }

    /// Somebody who showed the code of a contact.
    public record Proven(long passcode, Instant madeAt, Contact contact, long member) {}

    private record Kept(long id, OptionalLong member, String kept, Instant madeAt) {
        static Kept of(Row row) throws SQLException {
            return new Kept(row.number("id"), row.findNumber("member"), row.text("kept"), row.time("made_at"));
        }
    }

    public Passcodes(Tables tables, Passwords passwords) {
        this.tables = tables;
        this.passwords = passwords;
        this.patience = new Patience(tables);
    }

    /// Sends a new code to a contact; the one before holds no longer.
    ///
    /// @param member whose contact it is; nothing where it is nobody's
    /// @param address where the request comes from
    /// @throws hongli.mall.refusal.Refusal where codes were asked for too often
    public void send(Purpose purpose, Contact contact, OptionalLong member, String address) {
        patience.spend(Patience.Sort.PASSCODE_ADDRESS, address);
        patience.spend(Patience.Sort.PASSCODE_SOON, purpose + " " + contact.text());
        patience.spend(Patience.Sort.PASSCODE, contact.text());
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(ALL));
        String kept = passwords.hash(code);
        tables.run(work -> {
            work.run(SWEEP, work.now());
            Long known = member.isPresent() ? member.getAsLong() : null;
            work.run(
                    KEEP,
                    purpose,
                    Sha256.of(contact.text()),
                    known,
                    kept,
                    work.now(),
                    work.now().plus(LASTS));
            var to = known == null ? Optional.<Contact>empty() : Optional.of(contact);
            Messages.put(work, new Messages.Draft(member, to, purpose.text(code), LASTS));
        });
    }

    /// Who shows the code of a contact; the try is counted before it is looked at. What follows must
    /// [#use] it.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is not the one, or not any more
    public Proven prove(Purpose purpose, Contact contact, String shown) {
        Optional<Kept> kept =
                tables.work(work -> work.find(TRY, Kept::of, purpose, Sha256.of(contact.text()), TRIES, work.now()));
        boolean same = passwords.isOf(shown, kept.map(Kept::kept));
        if (!same || kept.orElseThrow().member().isEmpty()) {
            throw LoginGround.PASSCODE_WRONG.with();
        }
        Kept found = kept.get();
        return new Proven(found.id(), found.madeAt(), contact, found.member().getAsLong());
    }

    /// Uses the code up, in the transaction of what it allows: nobody else does anything by it.
    static void use(Transaction work, Proven proven) {
        int used =
                work.run("delete from mall.passcode where id = ? and made_at = ?", proven.passcode(), proven.madeAt());
        if (used == 0) {
            throw LoginGround.PASSCODE_WRONG.with();
        }
    }

    /// Notes that the contact is the member's, and uses the code up.
    ///
    /// @throws hongli.mall.refusal.Refusal where the contact is not the member's any more
    public static void confirm(Transaction work, Proven proven) {
        use(work, proven);
        String column = switch (proven.contact()) {
            case Contact.Phone _ -> "phone";
            case Contact.Email _ -> "email";
        };
        int changed = work.run(
                "update mall.member set " + column + "_proved_at = ? where id = ? and status = 'active' and " + column
                        + " = ?",
                work.now(),
                proven.member(),
                proven.contact().text());
        if (changed == 0) {
            throw LoginGround.PASSCODE_WRONG.with();
        }
    }
}
