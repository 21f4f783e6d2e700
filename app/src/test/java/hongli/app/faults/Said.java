package hongli.app.faults;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a client was told of a command that was decided.
///
/// @param refusal the code of the refusal, empty where the command was applied
/// @param repeated whether it had been decided before
record Said(long position, String refusal, boolean repeated) {
    private static final Set<Integer> UNDECIDED = Set.of(429, 503);

    /// Reads an answer; empty where the command was not decided, or nobody knows.
    static Optional<Said> of(int status, Map<String, @Nullable Object> answer) {
        if (UNDECIDED.contains(status)) {
            return Optional.empty();
        }
        boolean applied = Boolean.TRUE.equals(answer.get("applied"));
        if (status != (applied ? 200 : 422) || !(answer.get("position") instanceof Number position)) {
            throw new AssertionError("a sound command must be decided: status=" + status + ", answer=" + answer);
        }
        String refusal = applied ? "" : String.valueOf(answer.get("code"));
        return Optional.of(new Said(position.longValue(), refusal, Boolean.TRUE.equals(answer.get("repeated"))));
    }

    Said again() {
        return new Said(position, refusal, true);
    }
}
