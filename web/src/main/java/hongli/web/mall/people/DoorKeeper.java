package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;

/// Sees to it that addresses which clerks and operators share are asked by the one whom the address is for.
final class DoorKeeper {
    private final Callers callers;

    DoorKeeper(Callers callers) {
        this.callers = callers;
    }

    /// Who asks, at an address that begins with `/api/v1/merchant/` or `/api/v1/operator/`.
    Actor of(HttpServletRequest request) {
        Actor actor = callers.of(request);
        boolean isMerchants = request.getRequestURI().startsWith("/api/v1/merchant/");
        boolean fits = switch (actor) {
            case Actor.Clerk _ -> isMerchants;
            case Actor.Operator _ -> !isMerchants;
            case Actor.Guest _ -> throw General.LOGIN_REQUIRED.with();
            case Actor.Member _, Actor.House _ -> false;
        };
        if (!fits) {
            throw General.NOT_PERMITTED.with("permission", isMerchants ? "clerk" : "operator");
        }
        return actor;
    }
}
