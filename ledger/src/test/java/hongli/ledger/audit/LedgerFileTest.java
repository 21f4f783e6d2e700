package hongli.ledger.audit;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.MemberId;
import hongli.economy.fact.Account;
import hongli.ledger.Ledger;
import hongli.ledger.Submission;
import hongli.ledger.View;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerFileTest {
    private static final List<String> STRANGE =
            List.of("王五", "a:b  c", "x;y(z)[0]", "@1 \"2\" 3", "100%", "-9.50 CNY", "| tab?", "emoji🍷");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesTransactionsThatPeopleCanRead() throws IOException {
        var out = new StringBuilder();
        LedgerFile.write(journal(List.of(Trial.join("j", "A"), Trial.order("k", "o 1", "A", "100.00"))), out);
        assertThat(out.toString())
                .startsWith("""

                2026/03/01 (wine.0) programme.opened
                    wine:Pool    1.00000000000000 CNY
                    wine:FounderPayment    -1.00000000000000 CNY
                """)
                .contains("""

                2026/03/01 (wine.2) order.settled o%201
                    wine:Pool    30.00000000000000 CNY
                    wine:Shop    -30.00000000000000 CNY
                """)
                .contains("    wine:Member:A:Points    21.000000 POINT\n");
    }

    @Test
    void isAuditedByTheProgramOfThatName() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/ledger")),
                "the program ledger must be installed to audit the file");
        List<Submission> submissions = new ArrayList<>();
        for (String member : STRANGE) {
            submissions.add(Trial.join("join " + submissions.size(), member.replace("\"", "\\\"")));
        }
        for (int i = 0; i < 40; i++) {
            String member = STRANGE.get(i % STRANGE.size()).replace("\"", "\\\"");
            submissions.add(Trial.order("k" + i, "o" + i, member, 100 + i + ".07"));
        }
        submissions.add(Trial.submission("d", "{\"type\":\"day.closed\",\"date\":\"2026-03-01\"}"));
        submissions.add(
                Trial.submission("r", "{\"type\":\"points.redeemed\",\"member\":\"王五\",\"points\":\"3.000001\"}"));
        Journal journal = journal(submissions);
        Path file = folder.resolve("books.ledger");
        try (var out = Files.newBufferedWriter(file)) {
            LedgerFile.write(journal, out);
        }
        assertThat(ledger(file).strip().lines().toList().getLast().strip()).isEqualTo("0");
        try (var ledger = Ledger.start(journal, Trial.settings())) {
            for (String member : STRANGE) {
                var holding = Trial.read(ledger, view -> Objects.requireNonNull(view.holding(new MemberId(member))));
                Account points = new Account(Account.Kind.POINTS, holding.member());
                assertThat(balance(file, points)).isEqualTo(holding.points() + " POINT");
            }
            Account pool = new Account(Account.Kind.POOL, null);
            assertThat(balance(file, pool))
                    .isEqualTo(Trial.read(ledger, View::totals).pool() + "000000000000 CNY");
        }
    }

    private static Journal journal(List<Submission> submissions) {
        var journal = new MemoryJournal();
        try (var ledger = Ledger.start(journal, Trial.settings())) {
            ledger.open(WINE, "红酒", TERMS);
            ledger.submit(WINE, submissions);
        }
        return journal;
    }

    private String balance(Path file, Account account) throws IOException, InterruptedException {
        String name = LedgerFile.name("wine", account);
        return ledger(file, "--flat", "--no-total")
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith("  " + name))
                .map(line -> line.substring(0, line.length() - name.length()).strip())
                .findFirst()
                .orElse("none");
    }

    private String ledger(Path file, String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/ledger", "--args-only", "-f", file.toString(), "balance"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
