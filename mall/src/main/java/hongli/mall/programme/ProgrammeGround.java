package hongli.mall.programme;

import hongli.mall.refusal.Ground;

/// Why what is asked of the programme cannot be.
public enum ProgrammeGround implements Ground {
    /// There is no programme of the name that the settings say.
    PROGRAMME_MISSING(Sort.UNMET),
    /// The ledger is busy or being rebuilt: asking again later is safe.
    LEDGER_BUSY(Sort.CONFLICT),
    /// A programme was told something already: the mall keeps it.
    PROGRAMME_IN_USE(Sort.CONFLICT),
    /// The id belongs to a programme with another name or other terms.
    PROGRAMME_ID_TAKEN(Sort.CONFLICT);

    private final Sort sort;

    ProgrammeGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
