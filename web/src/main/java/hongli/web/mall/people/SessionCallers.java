package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.login.Sessions;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;

/// Knows callers by the session whose token they show.
final class SessionCallers implements Callers {
    private final Sessions sessions;

    SessionCallers(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Actor of(HttpServletRequest request) {
        return ShownToken.of(request).map(sessions::of).orElseGet(Actor.Guest::new);
    }
}
