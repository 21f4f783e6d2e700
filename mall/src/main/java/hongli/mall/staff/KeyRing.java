package hongli.mall.staff;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.AccessKeys;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The access keys of the platform, and of each merchant its own: made by those who may, for programs that shall do
/// some of what they do themselves; revoked by anybody there who may make keys.
public final class KeyRing {
    /// The days that a key may last.
    public static final int LONGEST_DAYS = 366;

    /// What gives others permissions is for people, who can be asked why: no key has it, and so none makes keys.
    private static final Set<Permission> FOR_PEOPLE =
            EnumSet.of(Permission.OPERATORS_CHANGE, Permission.CLERKS_CHANGE, Permission.ACCESS_KEYS_CHANGE);

    private static final String KEYS = """
        select * from (
            select k.id, k.name, k.hint, k.permissions, k.staff, w.login, k.created_at, k.expires_at, k.used_at,
                case when k.revoked_at is not null then 'revoked' when k.expires_at <= ? then 'expired'
                    when w.status <> 'active' or w.must_change then 'resting' else 'active' end state
            from mall.access_key k join mall.staff w on w.id = k.staff
            where k.merchant is not distinct from ?) key
        """;
    private static final Map<String, String> SORTS = Map.of("since", "created_at timestamptz");

    private final Tables tables;
    private final AccessKeys keys;

    public KeyRing(Tables tables, AccessKeys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    /// What somebody wants a key to be.
    ///
    /// @param days how long it lasts, from 1 to [#LONGEST_DAYS]
    public record Wish(String name, Set<Permission> permissions, long days) {
        public Wish {
            if (days < 1 || days > LONGEST_DAYS) {
                throw new IllegalArgumentException("a key lasts from 1 to " + LONGEST_DAYS + " days: days=" + days);
            }
            permissions = Set.copyOf(permissions);
        }
    }

    /// A key that was made; its token is told this once.
    public record Made(long id, String token, Instant expiresAt) {
        /// Never says the token.
        @Override
        public String toString() {
            return "Made[id=" + id + "]";
        }
    }

    /// What the asker can let a key do.
    public List<Permission> permissions(Actor actor) {
        return keeper(actor).permissions().stream()
                .filter(each -> !FOR_PEOPLE.contains(each))
                .sorted()
                .toList();
    }

    /// The keys of the asker's employer, whoever made them.
    ///
    /// @param state only those; null for all
    public Page<AccessKey> list(Actor actor, AccessKey.@Nullable State state, Listing.Wish wish) {
        Employer employer = keeper(actor);
        return employer.work(
                tables,
                work -> Listing.of(KEYS, work.now(), employer.merchantOrNull())
                        .whereGiven("state = ?", state)
                        .page(work, wish.orBy("-since"), SORTS, AccessKey::of));
    }

    /// Makes a key that may do no more than its maker.
    ///
    /// @throws hongli.mall.refusal.Refusal where one of that name is there, where a permission is not the
    ///     asker's or not for keys, and where it has none
    public Made make(Actor actor, Wish wish) {
        Employer employer = keeper(actor);
        requireForKeys(employer, wish.permissions());
        AccessKeys.Cut cut = keys.cut();
        try {
            return employer.work(tables, work -> {
                employer.requireWorking(work);
                Instant expiresAt = work.now().plus(Duration.ofDays(wish.days()));
                long id = insert(work, employer, wish, cut, expiresAt);
                tell(work, actor, "access_key.made", id, new Trail.Change(null, told(wish, expiresAt)));
                return new Made(id, cut.token(), expiresAt);
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? StaffGround.ACCESS_KEY_TAKEN.with() : e;
        }
    }

    private static void requireForKeys(Employer employer, Set<Permission> wanted) {
        if (wanted.isEmpty()) {
            throw StaffGround.ACCESS_KEY_IDLE.with();
        }
        for (Permission each : wanted) {
            if (FOR_PEOPLE.contains(each)) {
                throw StaffGround.PERMISSION_FOR_PEOPLE.with("permission", Roles.word(each));
            }
        }
        employer.requireMayGive(wanted);
    }

    private static long insert(Transaction work, Employer employer, Wish wish, AccessKeys.Cut cut, Instant expiresAt) {
        return work.insert(
                "insert into mall.access_key (merchant, staff, name, hint, digest, permissions, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?::text[], ?, ?) returning id",
                employer.merchantOrNull(),
                employer.worker(),
                wish.name(),
                cut.hint(),
                cut.digest(),
                Roles.array(wish.permissions()),
                work.now(),
                expiresAt);
    }

    /// Makes a key useless for good; nothing where that was done before.
    public void revoke(Actor actor, long id) {
        Employer employer = keeper(actor);
        employer.change(tables, work -> {
            String name = work.find(
                            "select name from mall.access_key where id = ? and merchant is not distinct from ?",
                            row -> row.text("name"),
                            id,
                            employer.merchantOrNull())
                    .orElseThrow(() -> General.NOT_FOUND.with("accessKey", id));
            String sql = "update mall.access_key set revoked_at = ? where id = ? and revoked_at is null";
            if (work.run(sql, work.now(), id) == 1) {
                tell(work, actor, "access_key.revoked", id, new Trail.Change(Map.of("name", name), null));
            }
        });
    }

    private static Employer keeper(Actor actor) {
        return Employer.of(actor, Permission.ACCESS_KEYS_CHANGE, Permission.ACCESS_KEYS_CHANGE);
    }

    private static Map<String, Object> told(Wish wish, Instant expiresAt) {
        return Map.of(
                "name", wish.name(),
                "permissions", Roles.words(wish.permissions()),
                "expiresAt", expiresAt.toString());
    }

    private static void tell(Transaction work, Actor actor, String action, long id, Trail.Change change) {
        Trail.tell(work, actor, action, new Trail.Subject("access_key", id), change);
    }
}
