package hongli.web.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Passwords;
import hongli.mall.people.Member;
import hongli.mall.people.People;
import hongli.mall.staff.Worker;
import hongli.web.api.Body;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who the caller is, what is kept of them, and how they are forgotten.
@RestController
final class MeApi {
    private final People people;
    private final Callers callers;

    MeApi(People people, Callers callers) {
        this.people = people;
        this.callers = callers;
    }

    @GetMapping({"/api/v1/mall/me", "/api/v1/merchant/me", "/api/v1/operator/me"})
    ResponseEntity<byte[]> me(HttpServletRequest request) {
        return Reply.ok(fields(callers.of(request)));
    }

    private Map<String, Object> fields(Actor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (actor) {
            case Actor.Guest _ -> fields.put("kind", "guest");
            case Actor.House _ -> fields.put("kind", "house");
            case Actor.Member _ -> {
                fields.put("kind", "member");
                fields.putAll(fields(people.members().me(actor)));
            }
            case Actor.Clerk clerk -> {
                fields.put("kind", "clerk");
                fields.putAll(worker(actor));
                fields.put("merchant", clerk.merchant());
                fields.put("permissions", names(clerk.permissions()));
            }
            case Actor.Operator operator -> {
                fields.put("kind", "operator");
                fields.putAll(worker(actor));
                fields.put("permissions", names(operator.permissions()));
            }
        }
        return fields;
    }

    private Map<String, ?> worker(Actor actor) {
        Worker worker = people.workers().me(actor);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", worker.id());
        fields.put("login", worker.login());
        fields.put("name", worker.name());
        return fields;
    }

    /// A member with everything that is known.
    static Map<String, Object> fields(Member member) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", member.id());
        member.phone().ifPresent(phone -> fields.put("phone", phone));
        member.email().ifPresent(email -> fields.put("email", email));
        fields.put("name", member.name());
        fields.put("tier", member.tier());
        fields.put("status", Fields.word(member.status()));
        fields.put("referralCode", member.referralCode());
        fields.put("joinedAt", member.joinedAt().toString());
        member.phoneProvedAt().ifPresent(at -> fields.put("phoneProvedAt", at.toString()));
        member.emailProvedAt().ifPresent(at -> fields.put("emailProvedAt", at.toString()));
        return fields;
    }

    static List<String> names(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Fields::word).toList();
    }

    @PatchMapping("/api/v1/mall/me")
    ResponseEntity<byte[]> rename(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String name = form.text("name", 40);
        form.end();
        people.members().rename(actor, name);
        return Reply.ok(fields(people.members().me(actor)));
    }

    @PutMapping("/api/v1/mall/me/contact")
    ResponseEntity<byte[]> reachBy(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String contact = form.text("contact", 200);
        String password = form.text("password", Passwords.MOST);
        form.end();
        people.members().reachBy(actor, contact, password);
        return Reply.ok(fields(people.members().me(actor)));
    }

    @GetMapping("/api/v1/mall/me/export")
    ResponseEntity<byte[]> export(HttpServletRequest request) {
        return document(people.dossier().export(callers.of(request)));
    }

    static ResponseEntity<byte[]> document(String json) {
        var reply = Reply.bytes(200, json.getBytes(StandardCharsets.UTF_8), Body.JSON);
        return ResponseEntity.ok()
                .headers(reply.getHeaders())
                .header("Content-Disposition", "attachment; filename=\"member.json\"")
                .body(reply.getBody());
    }

    @PostMapping("/api/v1/mall/me/erasure")
    ResponseEntity<byte[]> erase(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String password = form.text("password", Passwords.MOST);
        boolean giveUp = form.flag("giveUp", false);
        form.end();
        people.erasure().erase(actor, password, giveUp);
        return SessionApi.forgotten(request);
    }
}
