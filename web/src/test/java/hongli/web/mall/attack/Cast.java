package hongli.web.mall.attack;

import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.TermsJson;
import hongli.mall.access.Permission;
import hongli.mall.login.Passwords;
import hongli.mall.login.Sessions.Holder;
import hongli.mall.table.Transaction;
import hongli.web.mall.MallHouse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mall with somebody who has something in every room, and others who would like to see or change it.
final class Cast implements AutoCloseable {
    /// Stands in everything that is not for others to see.
    static final String SECRET = "VICTIMSECRET";

    private static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "quotaMultiple": "2"}
            """;

    private static final String PASSWORD = new Passwords().hash("a word that nobody tries");

    final MallHouse house = new MallHouse();
    final long victim;
    final long stranger;
    final long rival;
    private final long operator;
    private final long idleOperator;
    private final long clerk;
    private final long idleClerk;
    private final long rivalClerk;
    private int number;

    Cast() {
        house.ledger.open(new ProgrammeId("mall"), "商城", TermsJson.parse(TERMS));
        victim = work(work -> member(work, SECRET));
        stranger = work(work -> member(work, "别人"));
        rival = work(work -> insert(
                work,
                "insert into mall.merchant (name, status, created_at) values ('别店', 'open', ?) returning id",
                work.now()));
        work(work -> work.run("update mall.setting set value = 'true' where name = 'multi_merchant'"));
        operator = staff(null, true);
        idleOperator = staff(null, false);
        clerk = staff(1L, true);
        idleClerk = staff(1L, false);
        rivalClerk = staff(rival, true);
        work(work -> new Belongings(work, victim).all());
    }

    /// Somebody who sends requests.
    enum Caller {
        GUEST,
        VICTIM,
        STRANGER,
        CLERK,
        IDLE_CLERK,
        RIVAL_CLERK,
        OPERATOR,
        IDLE_OPERATOR
    }

    /// Who may do everything in a family of addresses.
    static Caller owner(Route route) {
        return switch (route.family()) {
            case "merchant" -> Caller.CLERK;
            case "operator" -> Caller.OPERATOR;
            default -> Caller.VICTIM;
        };
    }

    /// A new session of somebody; empty for a guest.
    String token(Caller caller) {
        return switch (caller) {
            case GUEST -> "";
            case VICTIM -> begin(Holder.MEMBER, victim);
            case STRANGER -> begin(Holder.MEMBER, stranger);
            case CLERK -> begin(Holder.STAFF, clerk);
            case IDLE_CLERK -> begin(Holder.STAFF, idleClerk);
            case RIVAL_CLERK -> begin(Holder.STAFF, rivalClerk);
            case OPERATOR -> begin(Holder.STAFF, operator);
            case IDLE_OPERATOR -> begin(Holder.STAFF, idleOperator);
        };
    }

    private String begin(Holder holder, long id) {
        return house.mall
                .tables()
                .work(work ->
                        house.mall.people().sessions().begin(work, holder, id).token());
    }

    /// Makes good what an attack with all rights did to the people themselves.
    void revive() {
        house.mall.tables().run(work -> {
            work.run("update mall.merchant set status = 'open' where id in (1, ?)", rival);
            work.run("update mall.member set status = 'active', phone = coalesce(phone, 'p' || id)");
            work.run("update mall.staff set status = 'active', must_change = false");
            work.run("update mall.setting set value = 'true' where name = 'multi_merchant'");
            work.run("delete from mall.attempt");
            work.run(
                    "update mall.role set permissions = ? where name like 'all-%'",
                    Arrays.stream(Permission.values()).map(Cast::word).toList());
        });
    }

    private static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }

    private long member(Transaction work, String name) {
        number++;
        return insert(
                work,
                "insert into mall.member (phone, password, name, referral_code, joined_at)"
                        + " values (?, ?, ?, ?, ?) returning id",
                "1390000000" + number,
                PASSWORD,
                name,
                "CODE" + number,
                work.now());
    }

    private long staff(@Nullable Long merchant, boolean mayAll) {
        number++;
        List<String> rights = Arrays.stream(Permission.values()).map(Cast::word).toList();
        return work(work -> {
            long role = insert(
                    work,
                    "insert into mall.role (merchant, name, permissions) values (?, ?, ?) returning id",
                    merchant,
                    (mayAll ? "all-" : "none-") + number,
                    rights);
            if (!mayAll) {
                work.run("update mall.role set permissions = '{}' where id = ?", role);
            }
            return insert(
                    work,
                    "insert into mall.staff (merchant, login, password, name, role, created_at)"
                            + " values (?, ?, ?, ?, ?, ?) returning id",
                    merchant,
                    "staff" + number,
                    PASSWORD,
                    merchant == null || merchant == 1 ? SECRET : "x",
                    role,
                    work.now());
        });
    }

    private <T> T work(Function<Transaction, T> work) {
        return house.mall.tables().work(work);
    }

    static long insert(Transaction work, String sql, @Nullable Object... values) {
        return work.insert(sql, values);
    }

    @Override
    public void close() {
        house.close();
    }
}
