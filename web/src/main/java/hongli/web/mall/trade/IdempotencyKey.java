package hongli.web.mall.trade;

import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;

/// The caller's own name for what it asks for, so that asking again does nothing more.
final class IdempotencyKey {
    private static final int LONGEST = 128;

    private IdempotencyKey() {}

    /// The `Idempotency-Key` of a request.
    ///
    /// @throws hongli.web.problem.Rejection where there is none that can be kept
    static String of(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            throw Problem.of(Trouble.KEY_MISSING).rejection();
        }
        if (key.isBlank() || key.length() > LONGEST || !key.chars().allMatch(sign -> sign > 31 && sign < 127)) {
            throw Problem.of(Trouble.KEY_UNSOUND).rejection();
        }
        return key;
    }
}
