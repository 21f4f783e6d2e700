package hongli.web.mall.people;

import hongli.mall.staff.AccessKey;
import hongli.mall.staff.KeyRing;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The keys by which programs ask: the platform's for operators, a merchant's for its own clerks.
@RestController
final class AccessKeyApi {
    private final KeyRing ring;
    private final DoorKeeper keeper;

    AccessKeyApi(KeyRing ring, DoorKeeper keeper) {
        this.ring = ring;
        this.keeper = keeper;
    }

    @GetMapping({"/api/v1/operator/access-keys/permissions", "/api/v1/merchant/access-keys/permissions"})
    ResponseEntity<byte[]> permissions(HttpServletRequest request) {
        return Reply.ok(Map.of("items", MeApi.names(ring.permissions(keeper.of(request)))));
    }

    @GetMapping({"/api/v1/operator/access-keys", "/api/v1/merchant/access-keys"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "state");
        var state = asked.word("state", AccessKey.State.class);
        return Reply.ok(Fields.page(ring.list(keeper.of(request), state, asked.wish()), AccessKeyApi::fields));
    }

    @PostMapping({"/api/v1/operator/access-keys", "/api/v1/merchant/access-keys"})
    ResponseEntity<byte[]> make(HttpServletRequest request) throws IOException {
        var actor = keeper.of(request);
        var form = Form.of(request);
        String name = form.text("name", 40);
        var permissions = PermissionWords.of(form);
        long days = form.number("days", 1, KeyRing.LONGEST_DAYS);
        form.end();
        KeyRing.Made made = ring.make(actor, new KeyRing.Wish(name, permissions, days));
        return Reply.json(
                201,
                Map.of(
                        "id", made.id(),
                        "token", made.token(),
                        "expiresAt", made.expiresAt().toString()));
    }

    @DeleteMapping({"/api/v1/operator/access-keys/{id}", "/api/v1/merchant/access-keys/{id}"})
    ResponseEntity<byte[]> revoke(@PathVariable("id") String id, HttpServletRequest request) {
        ring.revoke(keeper.of(request), Asked.id(id));
        return Reply.done();
    }

    private static Map<String, ?> fields(AccessKey key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", key.id());
        fields.put("name", key.name());
        fields.put("hint", key.hint());
        fields.put("state", Fields.word(key.state()));
        fields.put("permissions", MeApi.names(key.permissions()));
        fields.put("maker", key.maker());
        fields.put("makerLogin", key.makerLogin());
        fields.put("since", key.since().toString());
        fields.put("expiresAt", key.expiresAt().toString());
        key.usedAt().ifPresent(at -> fields.put("usedAt", at.toString()));
        return fields;
    }
}
