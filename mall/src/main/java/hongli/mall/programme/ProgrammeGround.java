package hongli.mall.programme;

import hongli.mall.refusal.Ground;

/// Why what is asked of the programme cannot be.
public enum ProgrammeGround implements Ground {
    /// There is no programme of the name that the settings say.
    PROGRAMME_MISSING(Sort.UNMET),
    /// The ledger is busy or being rebuilt: asking again later is safe.
    LEDGER_BUSY(Sort.CONFLICT);

    private final Sort sort;

    ProgrammeGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
