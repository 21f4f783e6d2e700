package hongli.mall.login;

import hongli.mall.refusal.Ground;

/// Reasons to say no to somebody who wants in.
public enum LoginGround implements Ground {
    /// Login and password do not belong together; which of the two is wrong is not told.
    LOGIN_WRONG(Sort.STRANGER),
    PASSWORD_WRONG(Sort.UNMET),
    PASSWORD_WEAK(Sort.UNSOUND),
    ACCOUNT_LOCKED(Sort.FORBIDDEN),
    /// It is not the code that was sent, or not any more.
    PASSCODE_WRONG(Sort.UNMET),
    TOO_MANY_ATTEMPTS(Sort.TOO_OFTEN),
    LOGIN_BUSY(Sort.TOO_OFTEN);

    private final Sort sort;

    LoginGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
