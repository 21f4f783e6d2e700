package hongli.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.app.console.Complaint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final String PLAIN = "member=who,time=when,amount=sum";

    @Test
    void sumsTheLinesOfAnOrderAndRoundsItOnce() throws IOException {
        History history = read(
                "member=who,time=when,amount=n*price,order=no",
                "no,who,when,n,price",
                "A,x,2026-01-02,3,0.335",
                "A,x,2026-01-01,1,0.335",
                "B,x,2026-01-01,1,0.005");
        assertThat(history.purchases())
                .satisfiesExactly(
                        a -> {
                            assertThat(a.total()).isEqualByComparingTo("1.340");
                            assertThat(a.keptMoney()).hasToString("1.34");
                            assertThat(a.time()).isEqualTo("2025-12-31T16:00:00Z");
                        },
                        b -> assertThat(b.keptMoney()).hasToString("0.01"));
    }

    @Test
    void theLineNumberIsTheOrderWhereThereIsNoColumn() throws IOException {
        History history = read(PLAIN, "who,when,sum", "x,2026-01-01,1", "x,2026-01-01,1");
        assertThat(history.purchases()).extracting(Purchase::order).containsExactly("2", "3");
    }

    @Test
    void badLinesAreCountedAndShownAndTheRestIsRead() throws IOException {
        History history = read(
                "member=who,time=when,amount=sum,order=no",
                "no,who,when,sum",
                "1,x,2026-01-01,5",
                "2,x,never,5",
                "3,x,2026-01-01,five",
                "4,x",
                "1,y,2026-01-01,5",
                ",x,2026-01-01,5",
                "\"6\" and more,x,2026-01-01,5",
                "7,x,2026-01-01,1" + "0".repeat(17),
                "8,\"x\n\",2026-01-01,2");
        assertThat(history.lines()).isEqualTo(9);
        assertThat(history.purchases()).hasSize(3);
        assertThat(history.shown())
                .containsExactly(
                        new Line.Reading.Bad(3, Flaw.TIME_UNREADABLE, "never"),
                        new Line.Reading.Bad(4, Flaw.AMOUNT_UNREADABLE, "five"),
                        new Line.Reading.Bad(5, Flaw.TOO_FEW_COLUMNS, "2 < 4"),
                        new Line.Reading.Bad(6, Flaw.MEMBER_DIFFERS, "1"),
                        new Line.Reading.Bad(7, Flaw.ORDER_UNUSABLE, ""),
                        new Line.Reading.Bad(9, Flaw.AMOUNT_UNREADABLE, "1" + "0".repeat(17)));
        assertThat(history.flaws()).containsEntry(Flaw.AMOUNT_UNREADABLE, 2L);
    }

    @Test
    void onlyTheFirstTwentyBadLinesAreShown() throws IOException {
        String[] lines = new String[50];
        Arrays.fill(lines, "x,never,1");
        lines[0] = "who,when,sum";
        History history = read(PLAIN, lines);
        assertThat(history.shown()).hasSize(20);
        assertThat(history.flaws()).containsEntry(Flaw.TIME_UNREADABLE, 49L);
    }

    @Test
    void guestsAreLeftOutAndCounted() throws IOException {
        History history = read(PLAIN, "who,when,sum", ",2026-01-01,5", " ,2026-01-01,-2", "x,2026-01-01,1");
        assertThat(history.purchases()).hasSize(1);
        assertThat(history.guestPurchases()).isEqualTo(new History.Sales(1, new BigDecimal("5")));
        assertThat(history.guestReturns()).isEqualTo(new History.Sales(1, new BigDecimal("2")));
    }

    @Test
    void returnsAreToldByAMarkAPrefixOrTheSignOfTheAmount() throws IOException {
        assertThat(read(PLAIN, "who,when,sum", "x,2026-01-01,-1").returns()).hasSize(1);
        String prefix = "member=who,time=when,amount=sum,order=no,return=no:C";
        assertThat(read(prefix, "no,who,when,sum", "C1,x,2026-01-01,1", "1,x,2026-01-01,1")
                        .returns())
                .hasSize(1);
        String mark = "member=who,time=when,amount=sum,return=back";
        History marked = read(
                mark,
                "who,when,sum,back",
                "x,2026-01-01,1,yes",
                "x,2026-01-01,1,",
                "x,2026-01-01,1,0.0",
                "x,2026-01-01,1,否",
                "x,2026-01-01,1,是");
        assertThat(marked.returns()).hasSize(2);
        assertThat(marked.purchases()).hasSize(3);
    }

    @Test
    void merchantsAreCounted() throws IOException {
        History history = read(
                PLAIN + ",merchant=seller",
                "who,when,sum,seller",
                "x,2026-01-01,1,甲",
                "x,2026-01-01,2,甲",
                "x,2026-01-01,4,乙");
        assertThat(history.merchants())
                .containsEntry("甲", new History.Sales(2, new BigDecimal("3")))
                .containsEntry("乙", new History.Sales(1, new BigDecimal("4")));
    }

    @Test
    void readsPackedFilesAndOtherLettersAndSkipsTheByteOrderMark() throws IOException {
        String text = "会员,时间,金额\r\n王芳,2026/1/1 9:00,\"1,000.50\"\r\n";
        String columns = "member=会员,time=时间,amount=金额";
        for (byte[] bytes : new byte[][] {
            text.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), packed(text)
        }) {
            History history = new Source(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)
                    .read(Columns.parse(columns), Shop.ZONE, _ -> {});
            assertThat(history.purchases()).singleElement().satisfies(purchase -> {
                assertThat(purchase.member()).isEqualTo("王芳");
                assertThat(purchase.total()).isEqualByComparingTo("1000.5");
            });
        }
        Charset gbk = Charset.forName("GBK");
        History history = new Source(new ByteArrayInputStream(text.getBytes(gbk)), gbk)
                .read(Columns.parse(columns), Shop.ZONE, _ -> {});
        assertThat(history.purchases()).extracting(Purchase::member).containsExactly("王芳");
    }

    @Test
    void namesTheColumnsThereAreWhereOneIsMissing() {
        assertThatThrownBy(() -> read("member=buyer,time=when,amount=sum", "who,when,sum"))
                .isInstanceOf(Complaint.class)
                .hasMessage("the file has no column \"buyer\"; it has who, when, sum");
        assertThatThrownBy(() -> read(PLAIN)).hasMessageContaining("the file is empty");
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static History read(String columns, String... lines) throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new Source(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)
                .read(Columns.parse(columns), Shop.ZONE, _ -> {});
    }
}
