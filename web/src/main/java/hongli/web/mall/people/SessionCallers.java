package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.login.Sessions;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;

/// Knows callers by the session whose token they show; asked again for the same request, it need not look
/// again.
final class SessionCallers implements Callers {
    private static final String KNOWN = SessionCallers.class.getName();

    private final Sessions sessions;

    SessionCallers(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Actor of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Actor known) {
            return known;
        }
        Actor actor = ShownToken.of(request).map(sessions::of).orElseGet(Actor.Guest::new);
        request.setAttribute(KNOWN, actor);
        return actor;
    }
}
