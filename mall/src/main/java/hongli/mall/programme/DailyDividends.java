package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Dividend;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.basket.Today;
import hongli.mall.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What each closed day brought one member.
///
/// The ledger grants dividends to all at once and books a member's only when the member acts, for
/// several days together (section 8 of the rules). Between two bookings neither points nor tier change,
/// so each day's part is its dividend per point and head; the tier that those days had is the one with
/// which the parts add up to what was booked. The last day before a quota ended brought what is left.
/// So the days always add up to the bookings, to the pico-fen.
public final class DailyDividends {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 2_000;

    private final Tables tables;
    private final Ledger ledger;

    public DailyDividends(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// What one day brought.
    ///
    /// @param position of the day's close
    /// @param booked whether it stands among the member's cash lines already; it is the member's either way
    public record Day(long position, LocalDate date, Instant at, PicoFen amount, boolean booked) {}

    /// The days that brought the asking member anything, the newest first.
    public List<Day> mine(Actor actor) {
        return days(actor.requireMember().id());
    }

    /// As [#mine], of any member, for operators.
    public List<Day> of(Actor actor, long member) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return days(member);
    }

    private List<Day> days(long id) {
        ProgrammeId programme = tables.work(ShopTerms::read).programme();
        MemberId member = Ids.member(id);
        if (!ledger.awaitReadModels(PATIENCE)) {
            throw ProgrammeGround.LEDGER_BUSY.with();
        }
        Optional<Holding> holding = ledger.holding(programme, member);
        if (holding.isEmpty()) {
            return List.of();
        }
        var sharing = new Sharing(holding.get().tier(), closed(programme));
        entries(programme, member).forEach(sharing::pass);
        List<Day> days = sharing.days();
        Collections.reverse(days);
        return days;
    }

    private List<DividendDay> closed(ProgrammeId programme) {
        List<DividendDay> all = new ArrayList<>();
        long from = 0;
        List<DividendDay> page =
                ledger.prices().dividends(programme, from, PAGE).orElse(List.of());
        while (!page.isEmpty()) {
            all.addAll(page);
            from = page.getLast().position() + 1;
            page = ledger.prices().dividends(programme, from, PAGE).orElse(List.of());
        }
        return all;
    }

    /// What one entry of the journal did to the member.
    ///
    /// @param points that the member held afterwards
    /// @param quota that it had left afterwards, as far as it is booked
    /// @param booked dividends that were booked
    /// @param last the dividend that ended the quota
    /// @param changed whether points or quota changed: then all that had been granted was booked
    private record Touch(long points, Wide quota, Wide booked, Wide last, boolean changed) {
        static final Touch NONE = new Touch(0, Wide.ZERO, Wide.ZERO, Wide.ZERO, false);

        Touch and(StatementLine line, Wide balance) {
            return switch (line.account()) {
                case POINTS -> new Touch(balance.toLong(), quota, booked, last, true);
                case QUOTA -> new Touch(points, balance, booked, last, true);
                case CASH ->
                    switch (line.reason()) {
                        case DIVIDEND_BOOKED -> new Touch(points, quota, booked.plus(line.change()), last, true);
                        case LAST_DIVIDEND -> new Touch(points, quota, booked, last.plus(line.change()), true);
                        default -> this;
                    };
                default -> this;
            };
        }

        Wide paid() {
            return booked.plus(last);
        }
    }

    /// The entries that touched the member, in order.
    private SortedMap<Long, Touch> entries(ProgrammeId programme, MemberId member) {
        List<StatementLine> lines = new ArrayList<>();
        List<Wide> balances = new ArrayList<>();
        StatementLine.Place from = StatementLine.Place.NEWEST;
        while (from != null) {
            StatementPage page = ledger.statements()
                    .page(programme, member, from, PAGE)
                    .orElseThrow(() -> ProgrammeGround.PROGRAMME_MISSING.with("programme", programme.text()));
            lines.addAll(page.lines());
            balances.addAll(page.balances());
            from = page.next();
        }
        var touches = new TreeMap<Long, Touch>();
        Touch before = Touch.NONE;
        for (int i = lines.size() - 1; i >= 0; i--) {
            StatementLine line = lines.get(i);
            Touch begun = touches.get(line.position());
            Touch after = (begun == null
                            ? new Touch(before.points(), before.quota(), Wide.ZERO, Wide.ZERO, false)
                            : begun)
                    .and(line, balances.get(i));
            touches.put(line.position(), after);
            before = after;
        }
        return touches;
    }

    /// Goes through the member's entries and the closed days together.
    private static final class Sharing {
        private final int tierNow;
        private final List<DividendDay> closed;
        private final List<DividendDay> open = new ArrayList<>();
        private final List<Day> days = new ArrayList<>();
        private int next;
        private long points;
        private Wide quota = Wide.ZERO;

        Sharing(int tierNow, List<DividendDay> closed) {
            this.tierNow = tierNow;
            this.closed = closed;
        }

        void pass(long position, Touch touch) {
            while (next < closed.size() && closed.get(next).position() <= position) {
                open.add(closed.get(next++));
            }
            if (touch.paid().isPositive()) {
                boolean within = !open.isEmpty() && open.getLast().position() == position;
                share(touch.paid(), within);
                open.clear();
            } else if (touch.changed()) {
                open.clear();
            }
            points = touch.points();
            quota = touch.quota();
        }

        /// Divides what was booked among the open days.
        ///
        /// @param within whether the last of them was booked while it was being closed, perhaps not wholly
        private void share(Wide paid, boolean within) {
            int tier = tier(paid, within);
            Wide left = paid;
            for (int i = 0; i < open.size(); i++) {
                boolean last = i == open.size() - 1;
                Wide part = last ? left : part(open.get(i).dividend(), tier).min(left);
                left = left.minus(part);
                add(open.get(i), part, true);
            }
        }

        /// The highest tier with which the days come to just what was paid, or to no more where the last was cut off.
        private int tier(Wide paid, boolean within) {
            int most = open.isEmpty() ? 0 : open.getLast().dividend().perHead().size();
            for (int tier = most; tier > 0; tier--) {
                Wide sum = sum(tier, within ? open.size() - 1 : open.size());
                boolean fits = within ? tier <= tierNow && sum.isAtMost(paid) : sum.equals(paid);
                if (fits) {
                    return tier;
                }
            }
            return 0;
        }

        private Wide sum(int tier, int count) {
            return open.stream()
                    .limit(count)
                    .map(day -> part(day.dividend(), tier))
                    .reduce(Wide.ZERO, Wide::plus);
        }

        private Wide part(Dividend dividend, int tier) {
            return dividend.perHead().stream()
                    .limit(tier)
                    .map(PicoFen::count)
                    .reduce(dividend.perMicroPoint().count().times(points), Wide::plus);
        }

        private void add(DividendDay day, Wide amount, boolean booked) {
            if (amount.isPositive()) {
                LocalDate date = day.dividend().date();
                days.add(new Day(
                        day.position(),
                        date == null ? LocalDate.ofInstant(day.at(), Today.ZONE) : date,
                        day.at(),
                        new PicoFen(amount),
                        booked));
            }
        }

        /// All days; those that nothing was booked of yet go by what is held now.
        List<Day> days() {
            open.addAll(closed.subList(next, closed.size()));
            next = closed.size();
            if (quota.isPositive()) {
                open.forEach(day -> add(day, part(day.dividend(), tierNow), false));
            }
            open.clear();
            return new ArrayList<>(days);
        }
    }
}
