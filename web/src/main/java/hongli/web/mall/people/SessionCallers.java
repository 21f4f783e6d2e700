package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.login.AccessKeys;
import hongli.mall.people.People;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;

/// Knows callers by the session or the access key whose token they show; asked again for the same request, it need not
/// look again.
final class SessionCallers implements Callers {
    private static final String KNOWN = SessionCallers.class.getName();

    private final People people;

    SessionCallers(People people) {
        this.people = people;
    }

    @Override
    public Actor of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Actor known) {
            return known;
        }
        Actor actor = ShownToken.of(request).map(this::who).orElseGet(Actor.Guest::new);
        request.setAttribute(KNOWN, actor);
        return actor;
    }

    private Actor who(String token) {
        return AccessKeys.isOne(token)
                ? people.accessKeys().of(token)
                : people.sessions().of(token);
    }
}
