package hongli.web.mall.people;

import hongli.mall.notice.Notices;
import hongli.mall.notice.Notices.Notice;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What happened to a member's orders, cases and withdrawals, and how much of it the member has read.
@RestController
final class NoticeApi {
    private final Notices notices;
    private final Callers callers;

    NoticeApi(Notices notices, Callers callers) {
        this.notices = notices;
        this.callers = callers;
    }

    @GetMapping("/api/v1/mall/me/messages")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var actor = callers.of(request).requireMember();
        var asked = Asked.of(request);
        Map<String, Object> fields = Fields.page(notices.page(actor, asked.wish()), NoticeApi::fields);
        fields.put("unread", notices.unread(actor));
        return Reply.ok(fields);
    }

    @PostMapping("/api/v1/mall/me/messages/read")
    ResponseEntity<byte[]> read(HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireMember();
        var form = Form.of(request);
        var until = form.time("until");
        form.end();
        notices.read(actor, until);
        return Reply.ok(Map.of("unread", notices.unread(actor)));
    }

    private static Map<String, Object> fields(Notice notice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", notice.id());
        fields.put("at", notice.at().toString());
        fields.put("kind", Fields.word(notice.kind()));
        fields.put("subject", notice.subject());
        notice.order().ifPresent(number -> fields.put("order", number));
        fields.put("status", notice.status());
        notice.amount().ifPresent(amount -> fields.put("amount", amount.toString()));
        fields.put("read", notice.read());
        return fields;
    }
}
