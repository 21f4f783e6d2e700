package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who the caller is.
@RestController
final class MeApi {
    private final Callers callers;

    MeApi(Callers callers) {
        this.callers = callers;
    }

    @GetMapping("/api/v1/mall/me")
    ResponseEntity<byte[]> me(HttpServletRequest request) {
        return Reply.ok(fields(callers.of(request)));
    }

    private static Map<String, Object> fields(Actor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (actor) {
            case Actor.Guest _ -> fields.put("kind", "guest");
            case Actor.House _ -> fields.put("kind", "house");
            case Actor.Member member -> {
                fields.put("kind", "member");
                fields.put("id", member.id());
            }
            case Actor.Clerk clerk -> {
                fields.put("kind", "clerk");
                fields.put("id", clerk.id());
                fields.put("merchant", clerk.merchant());
                fields.put("permissions", names(clerk.permissions()));
            }
            case Actor.Operator operator -> {
                fields.put("kind", "operator");
                fields.put("id", operator.id());
                fields.put("permissions", names(operator.permissions()));
            }
        }
        return fields;
    }

    static List<String> names(Collection<Permission> permissions) {
        return permissions.stream()
                .sorted()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
