package hongli.economy.command;

/// What can be set aside by a hold.
public enum Asset {
    /// Money of a member's cash balance.
    CASH("cash"),
    /// Constant points (恒定积分), one of them one yuan.
    CONSTANT("constant");

    private final String word;

    Asset(String word) {
        this.word = word;
    }

    /// The word in files and on the wire.
    public String word() {
        return word;
    }
}
