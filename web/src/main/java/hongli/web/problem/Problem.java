package hongli.web.problem;

import hongli.economy.terms.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One refusal as the outside is told of it, before it is put into a language.
///
/// @param status the HTTP status
/// @param code the stable name
/// @param members the numbers that belong to it, by name
/// @param faults everything that is wrong, where several things can be
public record Problem(int status, String code, Map<String, Object> members, List<Fault> faults) {
    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        faults = List.copyOf(faults);
    }

    public static Problem of(Trouble trouble) {
        return of(trouble, Map.of());
    }

    public static Problem of(Trouble trouble, Map<String, Object> members) {
        return new Problem(trouble.status(), trouble.code(), members, List.of());
    }

    public static Problem of(Trouble trouble, List<Fault> faults) {
        return new Problem(trouble.status(), trouble.code(), Map.of(), faults);
    }

    /// The exception that carries this problem to the edge.
    public Rejection rejection() {
        return new Rejection(this);
    }
}
