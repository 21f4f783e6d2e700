package hongli.web.mall;

import hongli.mall.access.Actor;
import jakarta.servlet.http.HttpServletRequest;

/// Tells who sends a request, by its session.
public interface Callers {
    /// Who asks; a guest where no session is shown.
    ///
    /// @throws hongli.mall.refusal.Refusal where a session is shown that does not hold any more
    Actor of(HttpServletRequest request);
}
