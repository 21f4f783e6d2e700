package hongli.web.mall.people;

import hongli.mall.access.Permission;
import hongli.mall.staff.Role;
import hongli.mall.staff.Roles;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Roles and what they allow: the platform's for operators, a merchant's for its own clerks.
@RestController
final class RoleApi {
    private static final int LONGEST = 40;

    private final Roles roles;
    private final DoorKeeper keeper;

    RoleApi(Roles roles, DoorKeeper keeper) {
        this.roles = roles;
        this.keeper = keeper;
    }

    /// What somebody wants a role to be.
    private record Wish(String name, Set<Permission> permissions) {}

    @GetMapping({"/api/v1/operator/permissions", "/api/v1/merchant/permissions"})
    ResponseEntity<byte[]> permissions(HttpServletRequest request) {
        return Reply.ok(Map.of("items", MeApi.names(roles.permissions(keeper.of(request)))));
    }

    @GetMapping({"/api/v1/operator/roles", "/api/v1/merchant/roles"})
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return Reply.ok(Map.of(
                "items",
                roles.all(keeper.of(request)).stream().map(RoleApi::fields).toList()));
    }

    @PostMapping({"/api/v1/operator/roles", "/api/v1/merchant/roles"})
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException {
        var actor = keeper.of(request);
        Wish wish = wish(Form.of(request));
        return Reply.json(201, Map.of("id", roles.add(actor, wish.name(), wish.permissions())));
    }

    @PutMapping({"/api/v1/operator/roles/{id}", "/api/v1/merchant/roles/{id}"})
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = keeper.of(request);
        Wish wish = wish(Form.of(request));
        roles.change(actor, Asked.id(id), wish.name(), wish.permissions());
        return Reply.done();
    }

    @DeleteMapping({"/api/v1/operator/roles/{id}", "/api/v1/merchant/roles/{id}"})
    ResponseEntity<byte[]> remove(@PathVariable("id") String id, HttpServletRequest request) {
        roles.remove(keeper.of(request), Asked.id(id));
        return Reply.done();
    }

    private static Wish wish(Form form) {
        String name = form.text("name", LONGEST);
        Set<Permission> permissions = PermissionWords.of(form);
        form.end();
        return new Wish(name, permissions);
    }

    private static Map<String, ?> fields(Role role) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", role.id());
        fields.put("name", role.name());
        fields.put("permissions", MeApi.names(role.permissions()));
        fields.put("workers", role.workers());
        return fields;
    }
}
