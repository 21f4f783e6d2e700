package hongli.mall.message;

import hongli.mall.refusal.Ground;

/// Reasons why somebody cannot be told anything.
public enum MessageGround implements Ground {
    /// No house brings messages to such a contact.
    MESSAGES_UNAVAILABLE(Sort.UNMET);

    private final Sort sort;

    MessageGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
