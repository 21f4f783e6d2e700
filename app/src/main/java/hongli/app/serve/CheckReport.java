package hongli.app.serve;

import hongli.app.console.Console;
import hongli.ledger.audit.Finding;
import hongli.ledger.audit.Report;
import hongli.mall.audit.Audit;
import java.util.Optional;

/// What a check has seen and found, as it is told.
public final class CheckReport {
    private CheckReport() {}

    /// Tells every programme, the mall where there is one, every finding, and whether all is well.
    public static void tell(Console console, Report report, Optional<Audit.Report> mall) {
        report.programmes().forEach(programme -> tell(console, programme));
        mall.ifPresent(audit -> tell(console, audit));
        for (Finding finding : report.findings()) {
            console.print(
                    "不符：%s 第 %d 条：%s".formatted(finding.programme(), finding.position(), finding.what()),
                    "does not hold: %s at %d: %s".formatted(finding.programme(), finding.position(), finding.what()));
        }
        int findings = report.findings().size()
                + mall.map(audit -> audit.findings().size()).orElse(0);
        if (findings == 0) {
            console.print("核对无误", "everything holds");
        } else {
            console.print("有 " + findings + " 处不符", findings + " findings");
        }
    }

    private static void tell(Console console, Report.Checked programme) {
        console.print(
                "%s：%,d 条命令重放一致，%,d 笔分录，%,d 个快照，链尾 %s"
                        .formatted(
                                programme.programme(),
                                programme.entries(),
                                programme.postings(),
                                programme.snapshots(),
                                programme.head()),
                "%s: %,d commands decided again, %,d postings, %,d snapshots, end of chain %s"
                        .formatted(
                                programme.programme(),
                                programme.entries(),
                                programme.postings(),
                                programme.snapshots(),
                                programme.head()));
    }

    private static void tell(Console console, Audit.Report mall) {
        console.print(
                "商城：%,d 单，%,d 笔付款，%,d 笔分录；告知权益计划 %,d 条，待告知 %,d 条"
                        .formatted(mall.orders(), mall.payments(), mall.postings(), mall.told(), mall.waiting()),
                "mall: %,d orders, %,d payments, %,d postings; %,d told to the programme, %,d waiting"
                        .formatted(mall.orders(), mall.payments(), mall.postings(), mall.told(), mall.waiting()));
        mall.findings()
                .forEach(finding -> console.print(
                        "不符：商城 %s：%s（%s）".formatted(finding.subject(), finding.rule(), finding.found()),
                        "does not hold: mall, %s: %s (%s)"
                                .formatted(finding.subject(), finding.rule(), finding.found())));
    }
}
