package hongli.economy.command;

/// The name of a member within its programme: 1 to 128 bytes of UTF-8, no control characters.
public record MemberId(String text) {
    public MemberId {
        Id.require(text, "member id");
    }

    @Override
    public String toString() {
        return text;
    }
}
