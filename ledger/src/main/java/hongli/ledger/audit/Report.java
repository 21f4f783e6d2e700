package hongli.ledger.audit;

import hongli.ledger.ProgrammeId;
import java.util.List;

/// What a check has seen and found.
public record Report(List<Checked> programmes, List<Finding> findings) {
    public Report {
        programmes = List.copyOf(programmes);
        findings = List.copyOf(findings);
    }

    /// One programme that was checked.
    ///
    /// @param entries decided again from the opening
    /// @param postings weighed, the opening's included
    /// @param snapshots whose digest was reckoned again
    /// @param head the last link of the chain, to be kept elsewhere and compared later
    public record Checked(ProgrammeId programme, long entries, long postings, int snapshots, String head) {}

    public boolean isClean() {
        return findings.isEmpty();
    }
}
