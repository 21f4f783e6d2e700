package hongli.mall.refusal;

import hongli.economy.terms.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The mall says no. It is thrown and not returned, because the transaction it rises through must not stand.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Ground ground;
    private final transient Map<String, Object> values;
    private final transient List<Fault> faults;

    Refusal(Ground ground, Map<String, Object> values) {
        this(ground, values, List.of());
    }

    private Refusal(Ground ground, Map<String, Object> values, List<Fault> faults) {
        super(ground.code() + ": " + values + (faults.isEmpty() ? "" : " " + faults), null, false, false);
        this.ground = ground;
        this.values = values;
        this.faults = List.copyOf(faults);
    }

    /// What was sent is wrong in all these places.
    public static Refusal of(List<Fault> faults) {
        return new Refusal(General.FIELDS_UNSOUND, Map.of(), faults);
    }

    static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(values);
    }

    public Ground ground() {
        return ground;
    }

    /// The numbers and names that belong to it.
    public Map<String, Object> values() {
        return values;
    }

    /// Everything that is wrong with what was sent, where several things can be.
    public List<Fault> faults() {
        return faults;
    }
}
