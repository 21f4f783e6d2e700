package hongli.app.olist;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Shared;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The real marketplace in the mall, against sums taken straight from its files by plain text and decimals.
@Execution(ExecutionMode.CONCURRENT)
class OlistTest {
    private static final long FEW = 1_500;

    private final long most = Boolean.getBoolean("hongli.long") ? Long.MAX_VALUE : FEW;

    @TempDir
    private Path temporary = Path.of("");

    /// What comes of each of Olist's words in the mall: what was sent and not reported on is taken as delivered.
    private static final Map<String, String> STAGES = Map.of(
            "created", "unpaid",
            "approved", "paid",
            "processing", "paid",
            "invoiced", "paid",
            "shipped", "completed",
            "delivered", "completed",
            "canceled", "cancelled",
            "unavailable", "cancelled");

    /// A line of an order as the programme takes it: units of a product at a price and a freight, from one seller.
    private record Unit(String order, String seller, String product, String price, String freight) {}

    @Test
    void agreesWithItsFilesToTheFen() throws IOException, SQLException {
        Path folder = Shared.need("data/olist");
        var time = new Time();
        var settings = LedgerSettings.standard().withClock(time);
        try (Database database = Database.embedded(temporary);
                Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), settings)) {
            long begin = System.nanoTime();
            MallImport.Report report =
                    new MallImport(database, ledger, time).bringIn(Olist.read(folder, most), _ -> (_, _) -> {});
            System.out.println("olist in " + (System.nanoTime() - begin) / 1_000_000 + " ms: " + report);
            assertThat(report.outbox().waiting()).isZero();
            assertThat(report.outbox().refused()).isZero();
            requireSums(database, ledger, folder);
            requireStages(database, folder);
        }
    }

    private void requireSums(Database database, Ledger ledger, Path folder) throws IOException, SQLException {
        Map<String, String> orders = new HashMap<>();
        for (String[] row : rows(folder, "orders")) {
            if (orders.size() < most) {
                orders.put(row[0], row[2]);
            }
        }
        Map<Unit, Long> settled = new HashMap<>();
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal completed = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (String[] row : rows(folder, "order_items")) {
            String status = orders.get(row[0]);
            if (status != null) {
                BigDecimal sum = new BigDecimal(row[5]).add(new BigDecimal(row[6]));
                all = all.add(sum);
                String stage = STAGES.getOrDefault(status, "");
                if (stage.equals("paid") || stage.equals("completed")) {
                    paid = paid.add(sum);
                }
                if (stage.equals("completed")) {
                    completed = completed.add(sum);
                    settled.merge(new Unit(row[0], row[3], row[2], row[5], row[6]), 1L, Long::sum);
                }
            }
        }
        assertThat(number(database, "select sum(payable_fen) from mall.orders")).isEqualTo(fen(all));
        assertThat(number(database, "select sum(amount_fen) from mall.settlement"))
                .isEqualTo(fen(completed));
        assertThat(number(database, "select sum(amount_fen) from mall.posting where kind = 'sale'"))
                .isEqualTo(fen(completed));
        assertThat(number(database, "select sum(amount_fen) from mall.payment where status = 'paid'"))
                .isEqualTo(fen(paid));
        assertThat(number(database, "select sum(amount_fen) from mall.posting where kind = 'payment'"))
                .isEqualTo(fen(paid));
        assertThat(number(database, "select count(*) from mall.settlement")).isEqualTo(settled.size());
        requireContributions(database, ledger, settled);
    }

    /// Every order stands where Olist's came to, was logged step by step at Olist's own times, and the
    /// stock that is left is what was cancelled.
    private void requireStages(Database database, Path folder) throws IOException, SQLException {
        Map<String, String> orders = new HashMap<>();
        Map<String, String> placedAt = new HashMap<>();
        for (String[] row : rows(folder, "orders")) {
            if (orders.size() < most) {
                orders.put(row[0], STAGES.getOrDefault(row[2], ""));
                placedAt.put(row[0], row[3]);
            }
        }
        Map<String, Long> stages = new HashMap<>();
        Set<String> sellers = new HashSet<>();
        long cancelled = 0;
        for (String[] row : rows(folder, "order_items")) {
            String stage = orders.get(row[0]);
            if (stage != null && sellers.add(row[0] + row[3])) {
                stages.merge(stage, 1L, Long::sum);
            }
            cancelled += "cancelled".equals(stage) ? 1 : 0;
        }
        for (var stage : stages.entrySet()) {
            assertThat(number(database, "select count(*) from mall.orders where status = '" + stage.getKey() + "'"))
                    .as(stage.getKey())
                    .isEqualTo(stage.getValue());
        }
        assertThat(number(database, "select sum(stock) from mall.variant")).isEqualTo(cancelled);
        assertThat(number(database, "select count(*) from mall.order_event where after = 'completed'"))
                .isEqualTo(stages.getOrDefault("completed", 0L));
        for (String order : placedAt.keySet().stream().limit(100).toList()) {
            assertThat(number(
                            database,
                            "select count(*) from mall.checkout where key = '" + order
                                    + "' and placed_at <> timestamp '" + placedAt.get(order) + "' at time zone 'UTC'"))
                    .isZero();
        }
    }

    /// The rates of the wine shop: 12 % to the pool, 5 % and 3 % to the funds; each part of each line
    /// floored.
    private static void requireContributions(Database database, Ledger ledger, Map<Unit, Long> settled)
            throws SQLException {
        long pool = 0;
        long funds = 0;
        for (var unit : settled.entrySet()) {
            long base = fen(new BigDecimal(unit.getKey().price()).multiply(BigDecimal.valueOf(unit.getValue())));
            pool += base * 12 / 100;
            funds += base * 5 / 100 + base * 3 / 100;
        }
        assertThat(number(database, "select sum(amount_fen) from mall.posting where kind = 'contribution'"))
                .isEqualTo(pool + funds);
        var totals = ledger.read(new ProgrammeId("mall"), View::totals).orElseThrow();
        assertThat(totals.fixedFund().toMoney().fen()
                        + totals.tierFund().toMoney().fen())
                .isEqualTo(funds);
        assertThat(totals.orders()).isEqualTo(settled.size());
    }

    private static long fen(BigDecimal reais) {
        return reais.movePointRight(2).longValueExact();
    }

    private static List<String[]> rows(Path folder, String name) throws IOException {
        Path file = folder.resolve("olist_" + name + "_dataset.csv.gz");
        try (var text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        }
    }

    private static long number(Database database, String sql) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return Objects.requireNonNull(found.getBigDecimal(1)).longValueExact();
        }
    }
}
