package hongli.mall.refusal;

import java.util.Locale;

/// A reason to say no: a constant whose name is the stable code. Every room of the mall has an enum of its own.
public interface Ground {
    /// Which sort of no it is.
    Sort sort();

    String name();

    /// The stable code, which is public and never changes meaning.
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The sorts of no, as far as a caller must tell them apart.
    enum Sort {
        /// What was sent cannot be meant.
        UNSOUND,
        /// It is not known who asks.
        STRANGER,
        /// Who asks may not.
        FORBIDDEN,
        /// What is asked for is not there, or not for this caller to see.
        UNKNOWN,
        /// It was so once, or is so for others, but not now.
        CONFLICT,
        /// It could be, but a rule says no.
        UNMET,
        /// Too often in too short a time.
        TOO_OFTEN
    }

    /// This no, with the values its text needs.
    default Refusal with(Object... namesAndValues) {
        return new Refusal(this, Refusal.values(namesAndValues));
    }
}
