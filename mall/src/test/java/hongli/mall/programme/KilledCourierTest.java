package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.wire.TermsJson;
import hongli.mall.Malls;
import hongli.mall.WatchedSource;
import hongli.mall.posting.TrialBalance;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

/// The mall's process is killed between every two steps of the outbox, from before the order is looked at until after
/// the answer is noted, and before and after statements and commits chosen at random, the journal's among them: nothing
/// is told twice, nothing is lost.
@Execution(ExecutionMode.CONCURRENT)
final class KilledCourierTest {
    /// Where a life ends.
    enum Ends {
        STEPS,
        STATEMENTS
    }

    /// The mall's process: does all that is due, and stands still at the step or the statement whose number it is
    /// given.
    static final class Victim {
        private final AtomicInteger left;
        private final Ends ends;
        private volatile boolean lives;

        private Victim(int left, Ends ends) {
            this.left = new AtomicInteger(left);
            this.ends = ends;
        }

        public static void main(String[] args) {
            var source = new PGSimpleDataSource();
            source.setURL(args[0]);
            source.setUser(args[1]);
            source.setPassword(args[2]);
            var victim = new Victim(Integer.parseInt(args[3]), Ends.valueOf(args[4]));
            victim.live(WatchedSource.of(source, moment -> victim.at(Ends.STATEMENTS, moment.name())));
        }

        private void live(DataSource source) {
            var clock = Malls.clock();
            Tables tables = Tables.open(source, clock);
            lives = true;
            var timers = new Timers(tables);
            Settling.register(timers);
            timers.when(Settling.CHANGED, (work, order) -> {
                step("ORDER");
                Settling.look(work, order);
                step("COMMIT");
            });
            try (Ledger ledger = ledger(source)) {
                var courier = new Courier(tables, ledger, step -> step(step.name()));
                for (int round = 0; round < 3; round++) {
                    step("LOOK");
                    timers.runDue();
                    step("LOOKED");
                    courier.sendAll();
                }
            }
            System.out.println("END");
        }

        private void step(String name) {
            at(Ends.STEPS, name);
        }

        private void at(Ends where, String name) {
            if (lives && where == ends && left.getAndDecrement() == 0) {
                System.out.println("AT " + name);
                try {
                    Thread.sleep(Duration.ofMinutes(5));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static final int MOST_ORDERS = 5;
    private static final int LIVES = 8;
    private static final int MOST_STATEMENTS = 160;

    private final HikariDataSource source = Malls.lasting();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void tellsEverythingOnceWhereverItIsKilled() throws Exception {
        // A pool would keep the ledger's session, and with it the journal.
        PGSimpleDataSource plain = plain(source);
        try (Ledger ledger = ledger(plain)) {
            ledger.open(Stall.PROGRAMME, "商城", TermsJson.parse(Stall.TERMS));
        }
        var stall = new Stall(Tables.open(source, Malls.clock()));
        long shop = stall.merchant("酒庄", 50_000);
        long referrer = stall.member("李", null);
        int step = 0;
        int orders = 0;
        String said;
        do {
            // Each life has something to reverse and what the one before it left behind, the first ones also something
            // new.
            if (step > MOST_ORDERS) {
                said = life(plain, step++, Ends.STEPS);
                continue;
            }
            long order = stall.order(stall.member("王" + step, referrer), shop, new Stall.Piece(100_00 + step));
            stall.pay(order);
            stall.complete(order);
            stall.tables.run(work -> work.run(
                    "update mall.orders set completed_at = completed_at - interval '30 days' where id = ?", order));
            if (orders > 1) {
                stall.refund(stall.lines(order - 1).getFirst(), 0, 10_00);
            }
            orders++;
            said = life(plain, step, Ends.STEPS);
            step++;
        } while (!said.equals("END"));
        assertThat(step).isGreaterThan(6);
        requireToldOnce(stall, plain, orders);
    }

    @Test
    void tellsEverythingOnceAtWhateverStatementItIsKilled() throws Exception {
        PGSimpleDataSource plain = plain(source);
        try (Ledger ledger = ledger(plain)) {
            ledger.open(Stall.PROGRAMME, "商城", TermsJson.parse(Stall.TERMS));
        }
        var stall = new Stall(Tables.open(source, Malls.clock()));
        long shop = stall.merchant("酒庄", 50_000);
        long referrer = stall.member("李", null);
        var random = new Random(20_260_301);
        for (int life = 0; life < LIVES; life++) {
            long order = stall.order(stall.member("王" + life, referrer), shop, new Stall.Piece(100_00 + life));
            stall.pay(order);
            stall.complete(order);
            stall.tables.run(work -> work.run(
                    "update mall.orders set completed_at = completed_at - interval '30 days' where id = ?", order));
            if (life > 1) {
                stall.refund(stall.lines(order - 1).getFirst(), 0, 10_00);
            }
            life(plain, random.nextInt(MOST_STATEMENTS), Ends.STATEMENTS);
        }
        assertThat(life(plain, Integer.MAX_VALUE, Ends.STATEMENTS)).isEqualTo("END");
        requireToldOnce(stall, plain, LIVES);
    }

    private static void requireToldOnce(Stall stall, DataSource source, int orders) {
        try (Ledger ledger = ledger(source)) {
            List<String> keys = ledger.events().after(Stall.PROGRAMME, 0, 10_000).orElseThrow().stream()
                    .map(event -> event.key().text())
                    .toList();
            List<String> outbox = stall.tables.work(
                    work -> work.all("select key from mall.outbox order by id", row -> row.text("key")));
            assertThat(keys).doesNotHaveDuplicates().containsExactlyElementsOf(outbox);
            assertThat(keys.stream().filter(key -> key.matches("order:[0-9]+:line:1")))
                    .hasSize(orders);
            assertThat(stall.tables.work(Courier.Standing::read)).isEqualTo(new Courier.Standing(keys.size(), 0, 0));
            TrialBalance balance = stall.tables.work(work -> TrialBalance.of(work, ledger, Stall.PROGRAMME));
            assertThat(balance.total().toString()).isEqualTo("0");
            assertThat(balance.between().toString()).isEqualTo("0");
        }
    }

    private static Ledger ledger(DataSource source) {
        return Ledger.start(PostgresJournal.open(source), LedgerSettings.standard());
    }

    private static String life(PGSimpleDataSource source, int step, Ends ends)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        source.getURL(),
                        source.getUser(),
                        source.getPassword(),
                        String.valueOf(step),
                        ends.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.equals("END") && !line.startsWith("AT ")) {
                line = output.readLine();
            }
            assertThat(line).as("the process lives until it is killed").isNotNull();
            if (!line.equals("END")) {
                process.destroyForcibly();
            }
            process.waitFor();
            return line;
        }
    }

    private static PGSimpleDataSource plain(HikariDataSource pool) {
        return (PGSimpleDataSource) Objects.requireNonNull(pool.getDataSource());
    }
}
