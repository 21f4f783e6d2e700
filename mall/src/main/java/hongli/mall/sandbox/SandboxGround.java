package hongli.mall.sandbox;

import hongli.mall.refusal.Ground;

/// Why a sandbox cannot do what is asked.
public enum SandboxGround implements Ground {
    /// This mall is in earnest: its clock is the world's.
    NO_SANDBOX(Sort.UNMET),
    /// There is nothing here that could be begun anew.
    NO_DEMO(Sort.UNMET);

    private final Sort sort;

    SandboxGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
