package hongli.economy;

/// One law of section 7 as one state keeps or breaks it, with what was compared.
///
/// @param left what was found, in the unit of the law: yuan, points, constant points, or a number of members
/// @param right what it was held against, in the same unit
public record LawReport(Law law, String left, String right, boolean holds) {
    /// A law that can be seen in one state.
    public enum Law {
        /// What the price says, as a fraction, and what pool and circulation say.
        PRICE_IS_POOL_BY_CIRCULATION(1),
        /// Circulating, and the points of all members, the treasury and the founder.
        CIRCULATING_IS_ALL_POINTS(2),
        /// Issued less burned, and circulating.
        ISSUED_LESS_BURNED_CIRCULATES(2),
        /// Issued, at most the cap.
        ISSUED_WITHIN_CAP(2),
        /// Constant points outstanding, and what members hold of them.
        CONSTANTS_ARE_HELD(3),
        /// Constant points outstanding, at most what the treasury's points are worth.
        CONSTANTS_ARE_COVERED(3),
        /// Members with a balance, quota or tier that may not be: none.
        MEMBERS_ARE_SOUND(4),
        /// Dividends granted and not yet booked, and what members have accrued.
        DIVIDENDS_ARE_ACCRUED(5),
        /// Money that came in, and where it is.
        MONEY_IN_IS_MONEY_OUT(5),
        /// What all points are worth, at most the pool.
        POOL_COVERS_ALL_POINTS(6);

        private final int number;

        Law(int number) {
            this.number = number;
        }

        /// Its number in section 7.
        public int number() {
            return number;
        }
    }
}
