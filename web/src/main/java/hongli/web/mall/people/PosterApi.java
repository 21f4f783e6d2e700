package hongli.web.mall.people;

import hongli.mall.referral.Referrals;
import hongli.web.api.Query;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.problem.Language;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Invitations as pictures.
@RestController
final class PosterApi {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:]{2,45}])(:[0-9]{1,5})?");

    private final Referrals referrals;
    private final Callers callers;

    PosterApi(Referrals referrals, Callers callers) {
        this.referrals = referrals;
        this.callers = callers;
    }

    @GetMapping("/api/v1/mall/me/invitation/qr.svg")
    ResponseEntity<byte[]> scan(HttpServletRequest request) {
        Query.of(request);
        var invitation = referrals.invitation(callers.of(request));
        return picture(QrCode.of(link(request, invitation.code())).svg());
    }

    @GetMapping("/api/v1/mall/me/invitation/poster.svg")
    ResponseEntity<byte[]> poster(HttpServletRequest request) {
        var asked = Asked.only(request, "language").word("language", Language.class);
        var language = asked == null ? Language.of(request.getHeader("Accept-Language")) : asked;
        var invitation = referrals.invitation(callers.of(request));
        var poster = new Poster(language, invitation.name(), invitation.code(), link(request, invitation.code()));
        return picture(poster.svg());
    }

    /// Where the invited get to: the place at which the member who asks sees us.
    private static String link(HttpServletRequest request, String code) {
        String host = String.valueOf(request.getHeader("Host"));
        if (!HOST.matcher(host).matches()) {
            throw Problem.of(Trouble.HOST_NOT_ALLOWED, Map.of("host", "")).rejection();
        }
        String scheme = ShownToken.isSecure(request) ? "https://" : "http://";
        return scheme + host + "/join?code=" + code;
    }

    private static ResponseEntity<byte[]> picture(String svg) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=utf-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }
}
