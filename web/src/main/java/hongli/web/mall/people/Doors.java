package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.web.gate.Gate;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every endpoint for operators and for merchants: whoever is neither goes no further,
/// whatever the endpoint itself asks. An operator may pass to a merchant's addresses, for the platform's
/// own shop; a clerk never to the operators'. Where the server's token was asked for and not shown, an operator's
/// session stands for it, as far as the operator may see or change programmes.
final class Doors implements HandlerInterceptor {
    private final Callers callers;

    Doors(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Gate.isStranger(request)) {
            boolean isReading =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            callers.of(request).requireOperator(isReading ? Permission.PROGRAMME_READ : Permission.PROGRAMME_CHANGE);
            return true;
        }
        String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        boolean isOperators = path.startsWith("/api/v1/operator/");
        boolean isMerchants = path.startsWith("/api/v1/merchant/");
        if (isOperators || isMerchants) {
            if (path.endsWith("/sessions") || path.endsWith("/sessions/current")) {
                return true;
            }
            require(callers.of(request), isMerchants);
        }
        return true;
    }

    private static void require(Actor actor, boolean isMerchants) {
        boolean fits = switch (actor) {
            case Actor.Operator _ -> true;
            case Actor.Clerk _ -> isMerchants;
            case Actor.Guest _ -> throw General.LOGIN_REQUIRED.with();
            case Actor.Member _, Actor.House _ -> false;
        };
        if (!fits) {
            throw General.NOT_PERMITTED.with("permission", isMerchants ? "clerk" : "operator");
        }
    }
}
