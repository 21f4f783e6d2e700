package hongli.mall.staff;

/// A password that is told once, to hand it to whoever has the login; nothing can be done before another one is chosen.
public record OneTime(long worker, String login, String password) {
    /// Never says the password.
    @Override
    public String toString() {
        return "OneTime[worker=" + worker + "]";
    }
}
