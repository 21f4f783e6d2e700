package hongli.mall.people;

import hongli.mall.refusal.Ground;

/// Reasons to say no where members are concerned.
public enum PeopleGround implements Ground {
    CONTACT_UNSOUND(Sort.UNSOUND),
    CONTACT_TAKEN(Sort.CONFLICT),
    CONTACT_NOT_YOURS(Sort.UNMET),
    REFERRAL_CODE_UNKNOWN(Sort.UNMET),
    TOO_MANY_ADDRESSES(Sort.UNMET),
    MEMBER_ERASED(Sort.CONFLICT),
    MEMBER_OWNS_SOMETHING(Sort.UNMET),
    BUSINESS_UNFINISHED(Sort.UNMET);

    private final Sort sort;

    PeopleGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
