package hongli.web.mall.people;

import hongli.mall.login.Passcodes;
import hongli.mall.login.Passwords;
import hongli.mall.message.SandboxMessages;
import hongli.mall.people.People;
import hongli.mall.people.Proofs;
import hongli.mall.refusal.General;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Passcodes by which members show that a contact is theirs, and get in again when they have forgotten
/// their password.
@RestController
final class ProofApi {
    private static final int MOST = 200;
    private static final int LONGEST_CODE = 12;

    private final People people;
    private final Callers callers;

    ProofApi(People people, Callers callers) {
        this.people = people;
        this.callers = callers;
    }

    @PostMapping("/api/v1/mall/me/contact/passcodes")
    ResponseEntity<byte[]> askForContact(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String contact = form.text("contact", MOST);
        form.end();
        people.proofs().askForContact(actor, contact, RemoteAddress.of(request));
        return sent();
    }

    @PostMapping("/api/v1/mall/me/contact/proofs")
    ResponseEntity<byte[]> confirm(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String contact = form.text("contact", MOST);
        String code = form.text("passcode", LONGEST_CODE);
        form.end();
        people.proofs().confirm(actor, contact, code);
        return Reply.ok(MeApi.fields(people.members().me(actor)));
    }

    /// The answer is the same whether anybody logs in so or not.
    @PostMapping("/api/v1/mall/password-resets")
    ResponseEntity<byte[]> askForPassword(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String login = form.text("login", MOST);
        form.end();
        people.proofs().askForPassword(login, RemoteAddress.of(request));
        return sent();
    }

    @PostMapping("/api/v1/mall/password-resets/completion")
    ResponseEntity<byte[]> choose(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var renewal = new Proofs.Renewal(
                form.text("login", MOST), form.text("passcode", LONGEST_CODE), form.text("password", Passwords.MOST));
        form.end();
        var session = people.proofs().choose(renewal, RemoteAddress.of(request));
        return SessionApi.begun(request, 201, session, Map.of());
    }

    private static ResponseEntity<byte[]> sent() {
        return Reply.json(202, Map.of("seconds", Passcodes.LASTS.toSeconds()));
    }

    /// What the sandbox's house of messages has brought; where there is no sandbox there is nothing here.
    @GetMapping("/api/v1/operator/sandbox/messages")
    ResponseEntity<byte[]> brought(HttpServletRequest request) {
        var asked = Asked.of(request, "recipient");
        var actor = callers.of(request);
        SandboxMessages sandbox = people.messages().sandbox().orElseThrow(General.NOT_FOUND::with);
        return Reply.ok(Fields.page(sandbox.page(actor, asked.text("recipient", MOST), asked.wish()), Fields::of));
    }
}
