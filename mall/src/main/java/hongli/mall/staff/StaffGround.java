package hongli.mall.staff;

import hongli.mall.refusal.Ground;

/// Reasons to say no where those who work here are concerned.
public enum StaffGround implements Ground {
    LOGIN_UNSOUND(Sort.UNSOUND),
    LOGIN_TAKEN(Sort.CONFLICT),
    ROLE_TAKEN(Sort.CONFLICT),
    ROLE_IN_USE(Sort.CONFLICT),
    /// A merchant's role cannot hold it: only operators do such things.
    PERMISSION_OUT_OF_REACH(Sort.UNMET),
    /// Who gives or takes a permission must have it.
    PERMISSION_NOT_YOURS(Sort.FORBIDDEN),
    /// What gives others permissions is not for programs.
    PERMISSION_FOR_PEOPLE(Sort.UNMET),
    NOT_ON_YOURSELF(Sort.UNMET),
    ACCESS_KEY_TAKEN(Sort.CONFLICT),
    /// It would be allowed nothing.
    ACCESS_KEY_IDLE(Sort.UNSOUND),
    SHOP_NOT_OPEN(Sort.CONFLICT),
    /// Somebody works there already, who hires whoever else shall.
    SHOP_STAFFED(Sort.CONFLICT);

    private final Sort sort;

    StaffGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
