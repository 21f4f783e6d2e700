package hongli.economy.fact;

/// What is wrong with a value by itself, whatever the state of the programme.
public enum ValueFault {
    /// An amount or a number of points that is zero or below.
    NOT_POSITIVE("not_positive"),
    /// A base below zero.
    NEGATIVE("negative"),
    /// More decimals than the unit has.
    TOO_MANY_DECIMALS("too_many_decimals"),
    /// Above the largest amount there can be.
    TOO_LARGE("too_large"),
    /// A date that is in no calendar.
    DATE_NOT_REAL("date_not_real"),
    /// A base above the amount.
    BASE_ABOVE_AMOUNT("base_above_amount");

    private final String code;

    ValueFault(String code) {
        this.code = code;
    }

    /// The stable name of the fault.
    public String code() {
        return code;
    }
}
