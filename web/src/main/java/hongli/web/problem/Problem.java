package hongli.web.problem;

import hongli.economy.terms.Fault;
import hongli.mall.refusal.Refusal;
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

    /// What the mall's refusal is to the outside.
    public static Problem of(Refusal refusal) {
        int status = switch (refusal.ground().sort()) {
            case UNSOUND -> 400;
            case STRANGER -> 401;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case UNMET -> 422;
            case TOO_OFTEN -> 429;
        };
        return new Problem(status, refusal.ground().code(), refusal.values(), refusal.faults());
    }

    /// The exception that carries this problem to the edge.
    public Rejection rejection() {
        return new Rejection(this);
    }
}
