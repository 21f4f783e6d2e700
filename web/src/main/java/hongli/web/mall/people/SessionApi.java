package hongli.web.mall.people;

import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.login.Logins;
import hongli.mall.login.Passwords;
import hongli.mall.login.Patience;
import hongli.mall.login.Sessions;
import hongli.mall.people.People;
import hongli.mall.people.SignUps;
import hongli.mall.refusal.General;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Signing up, logging in and out. The token of a session is told in the answer for programs, and set as a cookie for
/// browsers.
@RestController
final class SessionApi {
    private static final int MOST = 200;

    private final People people;
    private final Callers callers;

    SessionApi(People people, Callers callers) {
        this.people = people;
        this.callers = callers;
    }

    @PostMapping("/api/v1/mall/members")
    ResponseEntity<byte[]> signUp(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var wish = new SignUps.Wish(
                form.text("login", MOST),
                form.text("password", Passwords.MOST),
                form.findText("name", 40),
                form.findText("referralCode", 20),
                form.findText("source", 40).orElse("code"));
        form.end();
        people.patience().spend(Patience.Sort.SIGN_UP_ADDRESS, RemoteAddress.of(request));
        var joined = people.signUps().signUp(wish);
        return begun(request, 201, joined.session(), Map.of("member", joined.member()));
    }

    @PostMapping("/api/v1/mall/sessions")
    ResponseEntity<byte[]> member(HttpServletRequest request) throws IOException {
        return logIn(request, Door.MEMBER);
    }

    @PostMapping("/api/v1/merchant/sessions")
    ResponseEntity<byte[]> clerk(HttpServletRequest request) throws IOException {
        return logIn(request, Door.CLERK);
    }

    @PostMapping("/api/v1/operator/sessions")
    ResponseEntity<byte[]> operator(HttpServletRequest request) throws IOException {
        return logIn(request, Door.OPERATOR);
    }

    private ResponseEntity<byte[]> logIn(HttpServletRequest request, Door door) throws IOException {
        var form = Form.of(request);
        var shown = new Credentials(
                form.text("login", MOST), form.text("password", Passwords.MOST), RemoteAddress.of(request));
        form.end();
        Logins.Welcomed welcomed = people.logins().logIn(door, shown);
        String name = door == Door.MEMBER ? "member" : "worker";
        return begun(
                request,
                201,
                welcomed.session(),
                Map.of(name, welcomed.id(), "mustChangePassword", welcomed.mustChange()));
    }

    /// Chooses another password: all sessions end, and one begins.
    @PostMapping({"/api/v1/mall/me/password", "/api/v1/merchant/me/password", "/api/v1/operator/me/password"})
    ResponseEntity<byte[]> choose(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String old = form.text("old", Passwords.MOST);
        String next = form.text("new", Passwords.MOST);
        form.end();
        return begun(request, 200, people.logins().choose(actor, old, next), Map.of());
    }

    @DeleteMapping({
        "/api/v1/mall/sessions/current",
        "/api/v1/merchant/sessions/current",
        "/api/v1/operator/sessions/current"
    })
    ResponseEntity<byte[]> logOut(HttpServletRequest request) {
        ShownToken.of(request).ifPresent(people.sessions()::end);
        return forgotten(request);
    }

    @DeleteMapping({"/api/v1/mall/sessions", "/api/v1/merchant/sessions", "/api/v1/operator/sessions"})
    ResponseEntity<byte[]> logOutEverywhere(HttpServletRequest request) {
        people.sessions().endAll(ShownToken.of(request).orElseThrow(General.LOGIN_REQUIRED::with));
        return forgotten(request);
    }

    static ResponseEntity<byte[]> forgotten(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, ShownToken.forgotten(request))
                .header("Cache-Control", "no-store")
                .build();
    }

    static ResponseEntity<byte[]> begun(
            HttpServletRequest request, int status, Sessions.Begun session, Map<String, ?> more) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put("token", session.token());
        fields.put("expiresAt", session.expiresAt().toString());
        var reply = Reply.json(status, fields);
        return ResponseEntity.status(status)
                .headers(reply.getHeaders())
                .header(HttpHeaders.SET_COOKIE, ShownToken.kept(request, session))
                .body(reply.getBody());
    }
}
