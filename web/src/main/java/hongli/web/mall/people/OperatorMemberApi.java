package hongli.web.mall.people;

import hongli.mall.login.Contact;
import hongli.mall.people.Member;
import hongli.mall.people.Members;
import hongli.mall.people.People;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Members as operators see them: in lists with what they are reached by masked, one by one in full.
@RestController
final class OperatorMemberApi {
    private final People people;
    private final Callers callers;

    OperatorMemberApi(People people, Callers callers) {
        this.people = people;
        this.callers = callers;
    }

    @GetMapping("/api/v1/operator/members")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "text", "referrer", "joinedFrom", "joinedBefore");
        var page = people.members().list(callers.of(request), filter(asked), asked.wish());
        return Reply.ok(Fields.page(page, member -> {
            Map<String, Object> fields = MeApi.fields(member);
            fields.computeIfPresent("phone", (_, phone) -> Contact.masked(phone.toString()));
            fields.computeIfPresent("email", (_, email) -> Contact.masked(email.toString()));
            return fields;
        }));
    }

    /// Which members a list shows.
    static Members.Filter filter(Asked asked) {
        return new Members.Filter(
                asked.word("status", Member.Status.class),
                asked.text("text", 100),
                asked.number("referrer"),
                asked.time("joinedFrom"),
                asked.time("joinedBefore"));
    }

    @GetMapping("/api/v1/operator/members/{id}")
    ResponseEntity<byte[]> one(@PathVariable("id") String id, HttpServletRequest request) {
        return Reply.ok(new LinkedHashMap<>(MeApi.fields(people.members().find(callers.of(request), Asked.id(id)))));
    }

    @PostMapping("/api/v1/operator/members/{id}/lock")
    ResponseEntity<byte[]> lock(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        people.members().lock(actor, Asked.id(id), why(request));
        return Reply.done();
    }

    @PostMapping("/api/v1/operator/members/{id}/unlock")
    ResponseEntity<byte[]> unlock(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        people.members().unlock(actor, Asked.id(id), why(request));
        return Reply.done();
    }

    private static String why(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String why = form.text("why", 200);
        form.end();
        return why;
    }

    @GetMapping("/api/v1/operator/members/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable("id") String id, HttpServletRequest request) {
        return MeApi.document(people.dossier().export(callers.of(request), Asked.id(id)));
    }

    @PostMapping("/api/v1/operator/members/{id}/erasure")
    ResponseEntity<byte[]> erase(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        boolean giveUp = form.flag("giveUp", false);
        form.end();
        people.erasure().erase(actor, Asked.id(id), giveUp);
        return Reply.done();
    }
}
