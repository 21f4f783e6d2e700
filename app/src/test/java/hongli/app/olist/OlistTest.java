package hongli.app.olist;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Shared;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.mall.programme.Courier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.io.TempDir;

/// The real marketplace in the mall, against sums taken straight from its files by plain text and decimals.
@Execution(ExecutionMode.CONCURRENT)
class OlistTest {
    private static final long FEW = 3_000;

    private final long most = Boolean.getBoolean("hongli.long") ? Long.MAX_VALUE : FEW;

    @TempDir
    private Path temporary = Path.of("");

    /// A line of an order as the programme takes it: units of a product at a price, from one seller.
    private record Unit(String order, String seller, String product, String price) {}

    @Test
    void agreesWithItsFilesToTheFen() throws IOException, SQLException {
        Path folder = Shared.need("data/olist");
        try (Database database = Database.embedded(temporary);
                Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), LedgerSettings.standard())) {
            long begin = System.nanoTime();
            Courier.Standing standing =
                    ImportMallCommand.bringIn(database, ledger, Olist.read(folder, most), (_, _) -> {});
            System.out.println("olist in " + (System.nanoTime() - begin) / 1_000_000 + " ms: " + standing);
            assertThat(standing.waiting()).isZero();
            assertThat(standing.refused()).isZero();
            requireSums(database, ledger, folder);
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
        BigDecimal delivered = BigDecimal.ZERO;
        for (String[] row : rows(folder, "order_items")) {
            String status = orders.get(row[0]);
            if (status != null) {
                BigDecimal sum = new BigDecimal(row[5]).add(new BigDecimal(row[6]));
                all = all.add(sum);
                if (status.equals("delivered")) {
                    delivered = delivered.add(sum);
                    settled.merge(new Unit(row[0], row[3], row[2], row[5]), 1L, Long::sum);
                }
            }
        }
        assertThat(number(database, "select sum(payable_fen) from mall.orders")).isEqualTo(fen(all));
        assertThat(number(database, "select sum(amount_fen) from mall.settlement"))
                .isEqualTo(fen(delivered));
        assertThat(number(database, "select sum(amount_fen) from mall.posting where kind = 'sale'"))
                .isEqualTo(fen(delivered));
        assertThat(number(database, "select count(*) from mall.settlement")).isEqualTo(settled.size());
        requireContributions(database, ledger, settled);
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
