package hongli.economy;

import hongli.economy.fact.Account.Kind;

/// An account inside the engine: its kind, and the number of the member whose it is.
record Place(Kind kind, int member) {
    private static final Place[] HOUSE = house();

    /// An account of the house.
    static Place of(Kind kind) {
        return HOUSE[kind.ordinal()];
    }

    private static Place[] house() {
        Kind[] kinds = Kind.values();
        Place[] house = new Place[kinds.length];
        for (Kind kind : kinds) {
            house[kind.ordinal()] = new Place(kind, Members.NOBODY);
        }
        return house;
    }
}
