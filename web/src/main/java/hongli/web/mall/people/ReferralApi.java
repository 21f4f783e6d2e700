package hongli.web.mall.people;

import hongli.mall.referral.Earnings;
import hongli.mall.referral.Kin;
import hongli.mall.referral.Referrals;
import hongli.mall.referral.Try;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Distribution: invitations, whom a member brought, and what came of it.
@RestController
final class ReferralApi {
    private static final int DEEPEST = 20;

    private final Referrals referrals;
    private final Callers callers;

    ReferralApi(Referrals referrals, Callers callers) {
        this.referrals = referrals;
        this.callers = callers;
    }

    @GetMapping("/api/v1/mall/me/invitation")
    ResponseEntity<byte[]> invitation(HttpServletRequest request) {
        var invitation = referrals.invitation(callers.of(request));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", invitation.code());
        fields.put("path", "/join?code=" + invitation.code());
        fields.put("name", invitation.name());
        fields.put("brought", invitation.brought());
        fields.put("levels", referrals.levels());
        return Reply.ok(fields);
    }

    @GetMapping("/api/v1/mall/invitations/{code}")
    ResponseEntity<byte[]> inviter(@PathVariable("code") String code) {
        return Reply.ok(Map.of("name", masked(referrals.inviter(code))));
    }

    /// The first sign of a name: enough to know a friend by, too little to know a stranger.
    private static String masked(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    @PostMapping("/api/v1/mall/me/referral")
    ResponseEntity<byte[]> bindLate(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String code = form.text("code", 20);
        String source = form.findText("source", 40).orElse("code");
        form.end();
        referrals.bindLate(actor, code, source);
        return Reply.done();
    }

    @GetMapping("/api/v1/mall/me/referrals")
    ResponseEntity<byte[]> mine(HttpServletRequest request) {
        var asked = Asked.of(request, "level");
        int level = asked.number("level", 1, Referrals.MOST_LEVELS);
        return Reply.ok(Fields.page(referrals.mine(callers.of(request), level, asked.wish()), kin -> {
            Map<String, Object> fields = fields(kin);
            fields.put("name", masked(kin.name()));
            fields.remove("source");
            return fields;
        }));
    }

    @GetMapping("/api/v1/mall/me/referrals/earnings")
    ResponseEntity<byte[]> earned(HttpServletRequest request) {
        var asked = Asked.of(request, "referred");
        var actor = callers.of(request);
        return Reply.ok(Fields.page(referrals.earned(actor, question(asked, 0)), ReferralApi::fields));
    }

    @GetMapping("/api/v1/operator/members/{id}/referrals")
    ResponseEntity<byte[]> below(@PathVariable("id") String id, HttpServletRequest request) {
        var asked = Asked.of(request, "level");
        int level = asked.number("level", 1, DEEPEST);
        return Reply.ok(Fields.page(
                referrals.below(callers.of(request), Asked.id(id), level, asked.wish()), ReferralApi::fields));
    }

    @GetMapping("/api/v1/operator/members/{id}/descent")
    ResponseEntity<byte[]> descent(@PathVariable("id") String id, HttpServletRequest request) {
        return Reply.ok(Fields.of(referrals.descent(callers.of(request), Asked.id(id))));
    }

    @GetMapping("/api/v1/operator/members/{id}/lineage")
    ResponseEntity<byte[]> above(@PathVariable("id") String id, HttpServletRequest request) {
        var actor = callers.of(request);
        return Reply.ok(Map.of(
                "items",
                referrals.above(actor, Asked.id(id)).stream()
                        .map(ReferralApi::fields)
                        .toList(),
                "tries",
                referrals.history(actor, Asked.id(id)).stream()
                        .map(ReferralApi::fields)
                        .toList()));
    }

    @GetMapping("/api/v1/operator/members/{id}/earnings")
    ResponseEntity<byte[]> earnedBy(@PathVariable("id") String id, HttpServletRequest request) {
        var asked = Asked.of(request, "referred");
        return Reply.ok(Fields.page(
                referrals.earnedBy(callers.of(request), question(asked, Asked.id(id))), ReferralApi::fields));
    }

    @GetMapping("/api/v1/operator/settings/referral-levels")
    ResponseEntity<byte[]> levels(HttpServletRequest request) {
        return Reply.ok(Map.of("levels", referrals.levels(callers.of(request))));
    }

    @PutMapping("/api/v1/operator/settings/referral-levels")
    ResponseEntity<byte[]> changeLevels(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        int levels = (int) form.number("levels", 1, Referrals.MOST_LEVELS);
        form.end();
        referrals.changeLevels(actor, levels);
        return Reply.ok(Map.of("levels", levels));
    }

    private static Earnings.Question question(Asked asked, long referrer) {
        Long referred = asked.number("referred");
        return new Earnings.Question(
                referrer,
                referred == null ? OptionalLong.empty() : OptionalLong.of(referred),
                asked.wish().cursor(),
                asked.limit());
    }

    private static Map<String, Object> fields(Kin kin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("member", kin.member());
        fields.put("level", kin.level());
        fields.put("name", kin.name());
        fields.put("active", kin.isActive());
        if (kin.referrer() != 0) {
            fields.put("referrer", kin.referrer());
        }
        fields.put("source", kin.source());
        fields.put("boundAt", kin.boundAt().toString());
        return fields;
    }

    private static Map<String, ?> fields(Try each) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", each.code());
        fields.put("source", each.source());
        fields.put("outcome", each.outcome());
        fields.put("at", each.at().toString());
        return fields;
    }

    private static Map<String, ?> fields(Earnings.Earned earned) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("referred", earned.referred());
        fields.put("level", earned.level());
        fields.put("order", earned.order());
        fields.put("points", earned.points().toString());
        fields.put("reversal", earned.isReversal());
        fields.put("at", earned.at().toString());
        fields.put("why", earned.why());
        return fields;
    }
}
