package hongli.mall.refusal;

/// Reasons to say no that every room has.
public enum General implements Ground {
    FIELDS_UNSOUND(Sort.UNSOUND),
    LOGIN_REQUIRED(Sort.STRANGER),
    NOT_PERMITTED(Sort.FORBIDDEN),
    NOT_FOUND(Sort.UNKNOWN),
    CHANGED_MEANWHILE(Sort.CONFLICT);

    private final Sort sort;

    General(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
