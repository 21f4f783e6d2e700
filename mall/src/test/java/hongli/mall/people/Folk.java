package hongli.mall.people;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.journal.MemoryJournal;
import hongli.mall.Mall;
import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.MallClock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A mall and people to fill it with.
public final class Folk {
    public static final String PASSWORD = "correct horse 电池";

    public final MallClock clock = Malls.clock();
    public final Mall mall =
            Mall.open(Malls.database(), clock, Ledger.start(new MemoryJournal(), LedgerSettings.standard()));

    private final AtomicLong numbers = new AtomicLong(13_800_000_000L);

    public People people() {
        return mall.people();
    }

    /// A phone number that nobody has.
    public String phone() {
        return String.valueOf(numbers.incrementAndGet());
    }

    public Actor.Member member() {
        return join(phone(), null);
    }

    /// Somebody with a phone number whom the owner of `code` brought, or nobody.
    public Actor.Member join(String phone, @Nullable String code) {
        var wish = new SignUps.Wish(phone, PASSWORD, Optional.of("王小明"), Optional.ofNullable(code), "link");
        return new Actor.Member(people().signUps().signUp(wish).member());
    }

    public String code(Actor.Member member) {
        return people().members().me(member).referralCode();
    }

    /// The operator who may do everything.
    public Actor.Operator operator() {
        long id = people().workers().founding().firstOperator().orElseThrow().worker();
        return new Actor.Operator(id, Set.of(Permission.values()));
    }

    /// A merchant that is open; its number.
    public long merchant() {
        return mall.tables()
                .work(work -> work.insert(
                        "insert into mall.merchant (name, status, created_at) values ('店', 'open', ?) returning id",
                        work.now()));
    }
}
