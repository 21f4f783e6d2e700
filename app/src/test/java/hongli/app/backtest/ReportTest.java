package hongli.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Repository;
import hongli.app.Terminal;
import hongli.app.Terminal.Call;
import hongli.app.sample.WineShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Path SHOP = Repository.here().root().resolve("samples/wine-shop");

    @TempDir
    Path folder;

    @Test
    void theSampleShopHasASummaryAndAReport() throws IOException {
        Call call = backtest("--report", folder.toString(), "--settle-after", "7");
        assertThat(call.exitCode()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains("Read orders.csv: 410 lines of data")
                .contains("without a member, bought, left out: 8 lines, 1,146.00 yuan")
                .contains("orders worth nothing, passed over: 1")
                .contains("reversed whole after settlement: 2 orders")
                .contains("no return is promised")
                .contains("report: " + folder.resolve("index.html"));
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page).startsWith("<!doctype html>\n<html lang=\"en\">");
        assertThat(page.split("<svg ", -1)).hasSize(8);
        assertThat(page).contains("If all left today").contains("若今天全部离场").contains("no return is promised");
    }

    @Test
    void theReportNeedsNoNetwork() throws IOException {
        backtest("--report", folder.toString());
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=")
                .doesNotContain("url(");
        assertThat(page).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("null");
    }

    @Test
    void namesFromTheFileAreNoMarkup() throws IOException {
        Path orders = Files.writeString(
                folder.resolve("<b>.csv"), "who,when,sum\n<script>alert(1)</script>,2026-01-01,5\nx,<em>,1\n");
        Terminal.call(
                "backtest",
                "--programme",
                SHOP.resolve("programme.json").toString(),
                "--orders",
                orders.toString(),
                "--columns",
                "member=who,time=when,amount=sum",
                "--report",
                folder.toString());
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("&lt;script&gt;alert(1)", "&lt;b&gt;.csv", "&lt;em&gt;")
                .doesNotContain("<script>alert", "<b>.csv", "<em>");
    }

    @Test
    void aHistoryWithoutOrdersHasAReportToo() throws IOException {
        Path orders = Files.writeString(folder.resolve("orders.csv"), "who,when,sum\n,2026-01-01,5\n");
        Call call = Terminal.call(
                "backtest",
                "--programme",
                SHOP.resolve("programme.json").toString(),
                "--orders",
                orders.toString(),
                "--columns",
                "member=who,time=when,amount=sum",
                "--report",
                folder.toString());
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("No orders to settle");
    }

    private static Call backtest(String... more) {
        String[] arguments = {
            "backtest",
            "--programme",
            SHOP.resolve("programme.json").toString(),
            "--orders",
            SHOP.resolve("orders.csv").toString(),
            "--columns",
            WineShop.COLUMNS
        };
        return Terminal.call(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }
}
