package hongli.app.serve;

import hongli.app.console.Console;
import hongli.ledger.audit.Finding;
import hongli.ledger.audit.Report;

/// What a check has seen and found, as it is told.
public final class CheckReport {
    private CheckReport() {}

    /// Tells every programme, every finding, and whether all is well.
    public static void tell(Console console, Report report) {
        for (Report.Checked programme : report.programmes()) {
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
        for (Finding finding : report.findings()) {
            console.print(
                    "不符：%s 第 %d 条：%s".formatted(finding.programme(), finding.position(), finding.what()),
                    "does not hold: %s at %d: %s".formatted(finding.programme(), finding.position(), finding.what()));
        }
        if (report.isClean()) {
            console.print("核对无误", "everything holds");
        } else {
            console.print(
                    "有 " + report.findings().size() + " 处不符", report.findings().size() + " findings");
        }
    }
}
