package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.access.Actor;
import hongli.mall.bill.Figure;
import hongli.mall.timer.Timers;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Jobs, postings and bills: from a number to what made it.
class BooksHttpTest extends Trading {
    @Test
    void showsJobsThatFailedAndHastensThem() throws IOException, InterruptedException {
        var broken = new boolean[] {true};
        house.mall.timers().when("test.job", (_, _) -> {
            if (broken[0]) {
                throw new IllegalStateException("<b>no</b>");
            }
        });
        house.mall.tables().run(work -> Timers.put(work, "test.job", 7, work.now()));
        trade.settle();
        Map<String, @Nullable Object> job = house.fetch(
                        trade.operator, "/api/v1/operator/jobs?state=failed&kind=test.job&subject=7")
                .list("items")
                .getFirst();
        assertThat(String.valueOf(job.get("attempts"))).isEqualTo("1");
        assertThat(job.get("failure")).isEqualTo("IllegalStateException: <b>no</b>");
        broken[0] = false;
        String path = "/api/v1/operator/jobs/" + job.get("id") + "/hasten";
        assertThat(house.post(trade.clerk, path, "").status()).isEqualTo(403);
        assertThat(house.post(trade.operator, path, "").status()).isEqualTo(200);
        trade.settle();
        assertThat(house.post(trade.operator, path, "").status()).isEqualTo(404);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/jobs?kind=test.job")
                        .list("items"))
                .isEmpty();
    }

    @Test
    void leadsFromANumberOfTheTrialBalanceToItsOrder() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        trade.keyed(trade.operator, "/api/v1/operator/refunds", "books", trade.refund(checkout, 0, "30.00"));
        trade.settle();
        long order = trade.order(checkout);
        Map<String, @Nullable Object> money =
                house.fetch(trade.operator, "/api/v1/operator/trial-balance").list("lines").stream()
                        .filter(line -> "money".equals(line.get("account")))
                        .findFirst()
                        .orElseThrow();
        String path = String.valueOf(money.get("postings"));
        assertThat(path).isEqualTo("/api/v1/operator/postings?account=money");
        Told all = house.fetch(trade.operator, path + "&limit=200&sort=-id");
        assertThat(all.list("items"))
                .anyMatch(line -> "payment".equals(line.get("kind"))
                        && String.valueOf(line.get("checkout")).equals(String.valueOf(checkout)));
        assertThat(all.list("items"))
                .anyMatch(line -> "refund".equals(line.get("kind"))
                        && String.valueOf(line.get("order")).equals(String.valueOf(order))
                        && "30.00".equals(line.get("amount")));
        Told sums = house.fetch(trade.operator, "/api/v1/operator/postings/sums?account=money");
        assertThat(String.valueOf(money.get("amount"))).startsWith(String.valueOf(sums.at("balance")));
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/postings").list("items"))
                .allMatch(line -> line.containsKey("merchant"));
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/postings?merchant=1")
                        .list("items"))
                .isEmpty();
        Told csv = house.fetch(trade.operator, "/api/v1/operator/postings.csv?kind=refund&sort=-id");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\ufeffid,at,kind,").contains("\"30.00\"");
        Told ledger = house.fetch(trade.operator, "/api/v1/operator/ledger/postings?account=pool&limit=1");
        assertThat(ledger.status()).as(ledger.body()).isEqualTo(200);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/ledger/postings")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsABillAndWhatItIsMadeOf() throws IOException, InterruptedException {
        complete();
        trade.pass(Duration.ofDays(40));
        String path = "bills/" + bill();
        Told bill = house.fetch(trade.operator, "/api/v1/operator/" + path);
        Told lines = house.fetch(trade.clerk, "/api/v1/merchant/" + path + "/lines?limit=200");
        long sum = lines.list("items").stream()
                .mapToLong(line ->
                        Long.parseLong(String.valueOf(line.get("change")).replace(".", "")))
                .sum();
        assertThat(String.valueOf(bill.at("payable")).replace(".", "")).isEqualTo(String.valueOf(sum));
        assertThat(lines.list("items")).allMatch(line -> line.containsKey("order"));
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/" + path).status())
                .isEqualTo(404);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/" + path + "/lines")
                        .status())
                .isEqualTo(404);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/" + path + "/lines.csv")
                        .body())
                .contains(",change,counts\r\n");
        everyFigureIsTheSumOfItsLines(bill, path);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/bills?from=2026-04-01")
                        .list("items"))
                .isEmpty();
        assertThat(house.fetch(trade.operator, "/api/v1/operator/bills?until=2026-03-15")
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/bills.csv?sort=-payable")
                        .body())
                .contains(",owed,", "\"自营\"");
    }

    /// An order that is paid, of which a part goes back, and that completes.
    private void complete() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        trade.keyed(trade.operator, "/api/v1/operator/refunds", "bill", trade.refund(checkout, 0, "30.00"));
        trade.settle();
        house.mall.tables().run(work -> {
            var orders = house.mall.buying().orders();
            orders.shipped(work, new Actor.House(), trade.order(checkout));
            orders.completed(work, new Actor.House(), trade.order(checkout));
        });
        trade.settle();
    }

    /// Follows each figure of a bill, as a clerk and as an operator do.
    private void everyFigureIsTheSumOfItsLines(Told bill, String path) throws IOException, InterruptedException {
        Map<?, ?> figures = (Map<?, ?>) Objects.requireNonNull(bill.at("figures"));
        for (Figure figure : Figure.values()) {
            String query = path + "/lines?limit=200&figure=" + figure.word();
            if (figure == Figure.CONSTANT_EXCHANGED) {
                assertThat(house.fetch(trade.clerk, "/api/v1/merchant/" + query).status())
                        .isEqualTo(400);
                continue;
            }
            Told lines = house.fetch(trade.clerk, "/api/v1/merchant/" + query);
            BigDecimal sum = lines.list("items").stream()
                    .map(line -> new BigDecimal(String.valueOf(line.get("counts"))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(figure.word()).isEqualByComparingTo(String.valueOf(figures.get(figure.word())));
            assertThat(((Map<?, ?>) Objects.requireNonNull(lines.at("sum"))).get("counts"))
                    .isEqualTo(String.valueOf(figures.get(figure.word())));
            assertThat(house.fetch(trade.operator, "/api/v1/operator/" + query).list("items"))
                    .isEqualTo(lines.list("items"));
            Told csv = house.fetch(
                    trade.clerk, "/api/v1/merchant/" + path + "/lines.csv?sort=-id&figure=" + figure.word());
            assertThat(csv.body().lines()).hasSize(1 + lines.list("items").size());
        }
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/" + path + "/lines?kind=sale")
                        .list("items"))
                .isNotEmpty()
                .allMatch(line -> "sale".equals(line.get("kind")));
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/" + path + "/exchanges")
                        .list("items"))
                .isEmpty();
        for (String wrong : List.of("/lines?figure=profit", "/lines?kind=gift", "/lines.csv?figure=owed'--")) {
            assertThat(house.fetch(trade.clerk, "/api/v1/merchant/" + path + wrong)
                            .status())
                    .isEqualTo(400);
        }
        for (String behind : List.of("/lines?figure=refunds", "/lines.csv?figure=refunds", "/exchanges")) {
            assertThat(house.fetch(trade.rival, "/api/v1/merchant/" + path + behind)
                            .status())
                    .isEqualTo(404);
        }
    }

    /// Makes the bill of March; its number.
    private long bill() throws IOException, InterruptedException {
        Told made = house.post(
                trade.operator,
                "/api/v1/operator/bills",
                "{\"from\":\"2026-03-01\",\"until\":\"2026-03-31\",\"merchant\":1}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.number("id");
    }
}
