package hongli.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Shared;
import hongli.app.backtest.Matching.Way;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Histories of real shops, their totals reckoned a second time straight from the lines.
class RealHistoryTest {
    @Test
    void cdnowIsPlayedWithItsZeroesAndRepeats() throws IOException {
        Path file = Shared.need("data/cdnow/cdnow_master.csv.gz");
        var straight = new Straight();
        lines(file, line -> {
            String[] fields = line.split(",", -1);
            straight.add(fields[0], new BigDecimal(fields[3]));
        });
        var played =
                Shop.play("member=customer_id,time=date,amount=dollar_value", ZoneId.of("America/New_York"), 0, file);
        Findings findings = played.findings();
        assertThat(findings.history().lines()).isEqualTo(69_659);
        assertThat(findings.history().flaws()).isEmpty();
        assertThat(findings.orders().worthless()).isEqualTo(80).isEqualTo(straight.zeroes);
        assertThat(findings.orders().settled().number()).isEqualTo(69_579);
        assertThat(findings.orders().settled().amount())
                .isEqualByComparingTo("2500315.63")
                .isEqualByComparingTo(straight.amount);
        assertThat(findings.members()).hasSize(straight.buyers.size());
        assertThat(findings.days()).hasSize(546);
        assertThat(findings.orders().refused()).isEmpty();
    }

    /// Every fourth field from the end is a number or a time, so a line can be taken apart from behind, commas in the
    /// description or not.
    private record Retail(String invoice, BigDecimal quantity, BigDecimal price, String customer) {
        static Retail of(String line) {
            String[] fields = line.split(",", -1);
            int last = fields.length - 1;
            return new Retail(
                    fields[0], new BigDecimal(fields[last - 4]), new BigDecimal(fields[last - 2]), fields[last - 1]);
        }

        BigDecimal amount() {
            return quantity.multiply(price);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "online_retail_2010-12_2011-12,InvoiceNo,UnitPrice,CustomerID,0",
        "online_retail_2010-12_2011-12,InvoiceNo,UnitPrice,CustomerID,14",
        "online_retail_II_2009-12_2010-12,Invoice,Price,Customer ID,14"
    })
    void onlineRetailIsPlayedWithItsReturns(String name, String number, String price, String member, int settleAfter)
            throws IOException {
        Path file = Shared.need("data/online-retail/" + name + ".csv.gz");
        var bought = new Straight();
        var returned = new Straight();
        var guests = new Straight();
        lines(file, line -> {
            Retail retail = Retail.of(line);
            boolean back = retail.amount().signum() < 0 || retail.invoice().startsWith("C");
            Straight side = retail.customer().isEmpty() ? guests : back ? returned : bought;
            side.add(retail.customer(), retail.amount());
        });
        var columns =
                "member=%s,time=InvoiceDate,amount=Quantity*%s,order=%s,return=%s:C,item=StockCode,quantity=Quantity"
                        .formatted(member, price, number, number);
        Findings findings = Shop.play(columns, ZoneId.of("Europe/London"), settleAfter, file)
                .findings();
        History history = findings.history();
        assertThat(history.flaws()).isEmpty();
        assertThat(history.lines()).isEqualTo(bought.lines + returned.lines + guests.lines);
        assertThat(history.guestPurchases().lines() + history.guestReturns().lines())
                .isEqualTo(guests.lines);
        assertThat(history.guestPurchases()
                        .amount()
                        .subtract(history.guestReturns().amount()))
                .isEqualByComparingTo(guests.amount);
        assertThat(findings.returns().returns().amount().negate()).isEqualByComparingTo(returned.amount);
        requireEveryYuanIsAccountedFor(findings, bought.amount);
    }

    /// What was bought is what was settled, less what rounding added, and what came back before; what came back has
    /// gone one of five ways.
    private static void requireEveryYuanIsAccountedFor(Findings findings, BigDecimal bought) {
        ReturnFigures returns = findings.returns();
        assertThat(findings.orders()
                        .settled()
                        .amount()
                        .subtract(findings.orders().rounded().amount())
                        .add(returns.neverSettled().amount())
                        .add(returns.reduced().amount()))
                .isEqualByComparingTo(bought);
        assertThat(returns.neverSettled()
                        .amount()
                        .add(returns.reduced().amount())
                        .add(returns.reversed().amount())
                        .add(returns.partial().amount())
                        .add(returns.way(Way.NOT_FOUND).amount()))
                .isEqualByComparingTo(returns.returns().amount());
        BigDecimal spent = findings.members().stream()
                .map(each -> BigDecimal.valueOf(each.spent().fen(), 2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(findings.orders().refused()).isEmpty();
        assertThat(spent).isLessThanOrEqualTo(findings.orders().settled().amount());
    }

    private static void lines(Path file, Consumer<String> each) throws IOException {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.lines().skip(1).forEach(each);
        }
    }

    /// Sums of lines, and who has bought for more than nothing.
    private static final class Straight {
        private final Set<String> buyers = new HashSet<>();
        private BigDecimal amount = BigDecimal.ZERO;
        private long lines;
        private long zeroes;

        void add(String member, BigDecimal more) {
            lines++;
            amount = amount.add(more);
            zeroes += more.signum() == 0 ? 1 : 0;
            if (more.signum() > 0) {
                buyers.add(member);
            }
        }
    }
}
