package hongli.mall.referral;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Who brought whom.
///
/// It is told once, when somebody signs up, and never changes: neither later nor backwards. Every later try is kept in
/// the history with the reason why it failed.
public final class Referrals {
    /// How many levels of referrals can earn at most.
    public static final int MOST_LEVELS = 2;

    private static final String OF_CODE =
            "select id from mall.member where referral_code = upper(?) and status = 'active'";

    /// Those whom a member brought, those whom these brought, and so on.
    private static final String BELOW = """
        with recursive below(member, level) as (
            select member, 1 from mall.referral where referrer = ?
            union all
            select r.member, b.level + 1 from mall.referral r join below b on r.referrer = b.member
            where b.level < ?)
        """;
    private static final String DESCENT = """
        with recursive below(member, level, branch) as (
            select member, 1, member from mall.referral where referrer = ?
            union all
            select r.member, b.level + 1, b.branch from mall.referral r join below b on r.referrer = b.member)
        """;
    private static final String BRANCHES = DESCENT + """
        select c.id, c.name, c.status = 'active' active, r.bound_at, b.below, b.depth
        from (select branch, count(*) - 1 below, max(level) - 1 depth from below group by branch
              order by 2 desc, branch limit 100) b
        join mall.member c on c.id = b.branch join mall.referral r on r.member = b.branch
        order by b.below desc, c.id
        """;
    private static final String ABOVE = """
        with recursive above(member, level) as (
            select referrer, 1 from mall.referral where member = ?
            union all
            select r.referrer, a.level + 1 from mall.referral r join above a on r.member = a.member)
        """;

    private final Tables tables;
    private final Earnings earnings;

    public Referrals(Tables tables, Earnings earnings) {
        this.tables = tables;
        this.earnings = earnings;
    }

    /// Binds somebody who signs up to whoever has `code`; who that is, or nothing where nobody has it.
    ///
    /// @param source by which way the code came: `link`, `poster`, …
    public static OptionalLong bindNew(Transaction work, long member, String code, String source) {
        Verdict verdict = verdict(work, member, code, true);
        return switch (verdict) {
            case Verdict.Sound(long referrer) -> {
                work.run(
                        "insert into mall.referral (member, referrer, source, bound_at) values (?, ?, ?, ?)",
                        member,
                        referrer,
                        source,
                        work.now());
                keep(work, member, code, source, "bound");
                yield OptionalLong.of(referrer);
            }
            case Verdict.Unsound _ -> OptionalLong.empty();
        };
    }

    /// What a member hears who wants to be bound after signing up: why not. The try is kept in the history.
    ///
    /// @throws hongli.mall.refusal.Refusal always
    public void bindLate(Actor actor, String code, String source) {
        long member = actor.requireMember().id();
        ReferralGround ground = tables.work(work -> switch (verdict(work, member, code, false)) {
            case Verdict.Sound _ -> throw new IllegalStateException("nobody is bound late: member=" + member);
            case Verdict.Unsound(ReferralGround why) -> {
                keep(work, member, code, source, why.code());
                yield why;
            }
        });
        throw ground.with();
    }

    private sealed interface Verdict {
        record Sound(long referrer) implements Verdict {}

        record Unsound(ReferralGround why) implements Verdict {}
    }

    private static Verdict verdict(Transaction work, long member, String code, boolean isNew) {
        Optional<Long> found = work.find(OF_CODE, row -> row.number("id"), code);
        if (found.isEmpty()) {
            return new Verdict.Unsound(ReferralGround.REFERRAL_UNKNOWN);
        }
        long referrer = found.get();
        if (referrer == member) {
            return new Verdict.Unsound(ReferralGround.REFERRAL_SELF);
        }
        if (work.exists("select from mall.referral where member = ?", member)) {
            return new Verdict.Unsound(ReferralGround.REFERRAL_BOUND);
        }
        if (work.exists(ABOVE + " select from above where member = ?", referrer, member)) {
            return new Verdict.Unsound(ReferralGround.REFERRAL_CYCLIC);
        }
        return isNew ? new Verdict.Sound(referrer) : new Verdict.Unsound(ReferralGround.REFERRAL_LATE);
    }

    private static void keep(Transaction work, long member, String code, String source, String outcome) {
        work.run(
                "insert into mall.referral_history (member, code, source, outcome, at) values (?, ?, ?, ?, ?)",
                member,
                code,
                source,
                outcome,
                work.now());
    }

    /// What a member shows to those whom they bring: the code, and the names of a poster.
    public record Invitation(String code, String name, long brought) {}

    /// The invitation of the member who asks.
    public Invitation invitation(Actor actor) {
        long member = actor.requireMember().id();
        return tables.work(work -> work.one(
                "select referral_code, name, (select count(*) from mall.referral where referrer = m.id) brought"
                        + " from mall.member m where id = ?",
                row -> new Invitation(row.text("referral_code"), row.text("name"), row.number("brought")),
                member));
    }

    /// The name to show to somebody who follows the invitation with this code.
    ///
    /// @throws hongli.mall.refusal.Refusal where nobody has it
    public String inviter(String code) {
        return tables.work(work -> work.find(
                        "select name from mall.member where referral_code = upper(?) and status = 'active'",
                        row -> row.text("name"),
                        code))
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// Those whom the member who asks brought, on one level that earns.
    public Page<Kin> mine(Actor actor, int level, Listing.Wish wish) {
        long member = actor.requireMember().id();
        return tables.work(work ->
                level > levels(work) ? new Page<>(List.of(), Optional.empty()) : below(work, member, level, wish));
    }

    /// Those below a member on one level, for operators.
    public Page<Kin> below(Actor actor, long member, int level, Listing.Wish wish) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return tables.work(work -> below(work, member, level, wish));
    }

    private static Page<Kin> below(Transaction work, long member, int level, Listing.Wish wish) {
        String select = "select b.member id, b.level, m.name, m.status, r.referrer, r.source, r.bound_at from ("
                + BELOW + " select member, level from below where level = ?) b"
                + " join mall.member m on m.id = b.member join mall.referral r on r.member = b.member";
        return Listing.of(select, member, level, level)
                .page(work, wish, Map.of("boundAt", "bound_at timestamptz"), Kin::of);
    }

    /// All below a member, however deep, for operators.
    ///
    /// @throws hongli.mall.refusal.Refusal where there is no such member
    public Descent descent(Actor actor, long member) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return tables.work(work -> {
            if (!work.exists("select from mall.member where id = ?", member)) {
                throw General.NOT_FOUND.with();
            }
            List<Descent.Level> levels = work.all(
                    DESCENT + " select b.level, count(*) members, count(*) filter (where m.status = 'active') active"
                            + " from below b join mall.member m on m.id = b.member group by b.level order by b.level",
                    row -> new Descent.Level(row.count("level"), row.number("members"), row.number("active")),
                    member);
            long all = levels.stream().mapToLong(Descent.Level::members).sum();
            return new Descent(all, levels, work.all(BRANCHES, Referrals::branch, member));
        });
    }

    private static Descent.Branch branch(Row row) throws SQLException {
        return new Descent.Branch(
                row.number("id"),
                row.text("name"),
                row.flag("active"),
                row.time("bound_at"),
                row.number("below"),
                row.count("depth"));
    }

    /// The line above a member, nearest first, for operators.
    public List<Kin> above(Actor actor, long member) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return tables.work(work -> work.all(
                ABOVE + " select a.member id, a.level, m.name, m.status, coalesce(r.referrer, 0) referrer,"
                        + " coalesce(r.source, '') source, coalesce(r.bound_at, m.joined_at) bound_at from above a"
                        + " join mall.member m on m.id = a.member left join mall.referral r on r.member = a.member"
                        + " order by a.level",
                Kin::of,
                member));
    }

    /// All tries to bind a member, for operators.
    public List<Try> history(Actor actor, long member) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return tables.work(work -> work.all(
                "select code, source, outcome, at from mall.referral_history where member = ? order by id",
                Try::of,
                member));
    }

    /// What the referrals of the member who asks earned, and why.
    public Page<Earnings.Earned> earned(Actor actor, Earnings.Question question) {
        long member = actor.requireMember().id();
        return earnings.of(new Earnings.Question(member, question.referred(), question.cursor(), question.limit()));
    }

    /// The same of any member, for operators.
    public Page<Earnings.Earned> earnedBy(Actor actor, Earnings.Question question) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return earnings.of(question);
    }

    /// How many levels of referrals earn.
    public int levels() {
        return tables.work(Referrals::levels);
    }

    /// As [#levels()], for operators who see the settings.
    public int levels(Actor actor) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        return levels();
    }

    /// As [#levels()], in a transaction of the caller.
    public static int levels(Transaction work) {
        return (int) work.number("select value::int number from mall.setting where name = 'referral_levels'");
    }

    /// Sets how many levels of referrals earn: one or two. What was granted stays as it is.
    public void changeLevels(Actor actor, int levels) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        if (levels < 1 || levels > MOST_LEVELS) {
            throw ReferralGround.REFERRAL_LEVELS_UNSOUND.with("most", MOST_LEVELS);
        }
        tables.run(work -> {
            int before = (int)
                    work.number("select value::int number from mall.setting where name = 'referral_levels' for update");
            work.run("update mall.setting set value = ?::jsonb where name = 'referral_levels'", String.valueOf(levels));
            Trail.tell(
                    work,
                    actor,
                    "referral.levels_changed",
                    new Trail.Subject("setting", 0),
                    new Trail.Change(Map.of("levels", before), Map.of("levels", levels)));
        });
    }
}
