package hongli.app.olist;

import hongli.app.console.Pace;
import hongli.mall.Mall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Lives the marketplace again, day by day and every step at its own time: what happened on a day is done by several
/// workers, each of which keeps to the order of its own orders; then everything that has become due, and then the
/// programme is told.
final class OlistMall {
    /// So long after the last step everything is completed, settled and told: a fortnight until what nobody reported is
    /// taken as delivered, ten days until it is completed, a week until it can no longer be returned.
    private static final int DAYS_AFTER = 36;

    private final Mall mall;
    private final Time time;
    private final Workers workers;
    private long learnt = 100;

    /// A step of an order's life.
    private record Deed(Course course, Course.Deed deed) {}

    OlistMall(Mall mall, Time time, Workers workers) {
        this.mall = mall;
        this.time = time;
        this.workers = workers;
    }

    /// Lives all of it; `pace` is told how many orders were placed, and which part of all steps was taken.
    void live(List<Course> courses, Pace pace) {
        NavigableMap<LocalDate, List<List<Deed>>> days = days(courses);
        long all = days.values().stream()
                .flatMap(List::stream)
                .mapToLong(List::size)
                .sum();
        var taken = new AtomicLong();
        var placed = new AtomicLong();
        for (var day : days.entrySet()) {
            workers.together(worker -> day.getValue().get(worker).forEach(deed -> {
                Time.at(deed.deed().at(), () -> deed.course().take(deed.deed().step()));
                long count = deed.deed().step() == Course.Step.PLACE ? placed.incrementAndGet() : placed.get();
                pace.report(count, taken.incrementAndGet() / (double) all);
            }));
            close(day.getKey());
            learn(placed.get());
        }
        for (int i = 1; i <= DAYS_AFTER; i++) {
            close(days.lastKey().plusDays(i));
        }
    }

    /// Tables that grow from nothing this fast outrun the database's own looking after them: its plans were made for a
    /// handful of rows. It looks again whenever they have doubled.
    private void learn(long placed) {
        if (placed >= learnt) {
            learnt = 2 * placed;
            mall.tables().run(work -> work.run("analyze"));
        }
    }

    /// Does what has become due by the end of a day, and tells the programme.
    private void close(LocalDate day) {
        time.advance(day.plusDays(1).atStartOfDay());
        workers.together(_ -> mall.timers().runDue());
        var _ = mall.programme().courier().sendAll();
    }

    private NavigableMap<LocalDate, List<List<Deed>>> days(List<Course> courses) {
        NavigableMap<LocalDate, List<List<Deed>>> days = new TreeMap<>();
        for (int i = 0; i < courses.size(); i++) {
            Course course = courses.get(i);
            int worker = i % workers.count();
            course.deeds()
                    .forEach(deed -> days.computeIfAbsent(deed.at().toLocalDate(), _ -> shares())
                            .get(worker)
                            .add(new Deed(course, deed)));
        }
        days.values()
                .forEach(shares -> shares.forEach(share ->
                        share.sort(Comparator.comparing(deed -> deed.deed().at()))));
        return days;
    }

    private List<List<Deed>> shares() {
        List<List<Deed>> shares = new ArrayList<>();
        for (int i = 0; i < workers.count(); i++) {
            shares.add(new ArrayList<>());
        }
        return shares;
    }
}
