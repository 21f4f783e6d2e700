package hongli.mall.login;

import hongli.mall.access.Actor;
import hongli.mall.digest.Sha256;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who asks with an access key: the worker who made it, held to what the key allows of what the worker may still do.
///
/// A key rests while its maker is locked out or has a password to choose, and while the maker's shop is not open.
public final class AccessKeys {
    /// How the token of every key begins, by which it is told from a session's, and found where it has leaked.
    private static final String MARK = "hongli_key_";

    /// How much of a token is told again, to know a key by.
    private static final int HINT = MARK.length() + 4;

    private static final Duration SEEN_AGAIN = Duration.ofHours(1);
    private static final String OF_TOKEN = """
        select k.id key, k.name, k.used_at, w.id staff, w.merchant, w.must_change,
            array(select unnest(r.permissions) intersect select unnest(k.permissions)) permissions
        from mall.access_key k
        join mall.staff w on w.id = k.staff
        join mall.role r on r.id = w.role
        left join mall.merchant o on o.id = w.merchant
        where k.digest = ? and k.expires_at > ? and k.revoked_at is null and w.status = 'active'
            and (o.id is null or o.status = 'open')
        """;

    private final Tables tables;
    private final Tokens tokens = new Tokens();

    /// A token to be told once.
    public record Cut(String token) {
        /// Its beginning, to know it by.
        public String hint() {
            return token.substring(0, HINT);
        }

        /// What is kept of it.
        public byte[] digest() {
            return Sha256.of(token);
        }

        /// Never says the token.
        @Override
        public String toString() {
            return "Cut[hint=" + hint() + "]";
        }
    }

    public AccessKeys(Tables tables) {
        this.tables = tables;
    }

    /// Whether a token is a key's, and no session's.
    public static boolean isOne(String token) {
        return token.startsWith(MARK);
    }

    /// A token for a new key.
    public Cut cut() {
        return new Cut(MARK + tokens.next());
    }

    /// Who shows this token. That it was used is noted, at most once an hour.
    ///
    /// @throws hongli.mall.refusal.Refusal where no key that opens anything now has it
    public Actor of(String token) {
        Shown shown = tables.read(work -> work.find(
                        OF_TOKEN,
                        row -> new Shown(
                                row.number("key"),
                                row.findTime("used_at").orElse(null),
                                work.now(),
                                Sessions.worker(row, Optional.of(row.text("name")))),
                        Sha256.of(token),
                        work.now()))
                .orElseThrow(General.LOGIN_REQUIRED::with);
        if (shown.isWorthNoting()) {
            tables.run(
                    work -> work.run("update mall.access_key set used_at = ? where id = ?", shown.at(), shown.key()));
        }
        return shown.actor();
    }

    /// A key that was shown.
    private record Shown(long key, @Nullable Instant usedAt, Instant at, Actor actor) {
        boolean isWorthNoting() {
            return usedAt == null || usedAt.plus(SEEN_AGAIN).isBefore(at);
        }
    }
}
