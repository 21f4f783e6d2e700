package hongli.web.mall.programme;

import hongli.ledger.wire.Json;
import hongli.mall.posting.TrialBalance;
import hongli.mall.programme.Courier;
import hongli.mall.programme.ProgrammeRoom;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.problem.Language;
import hongli.web.problem.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For operators: how the telling of the programme stands, and whether the books agree.
@RestController
final class OutboxApi {
    private final Callers callers;
    private final ProgrammeRoom programme;

    OutboxApi(Callers callers, ProgrammeRoom programme) {
        this.callers = callers;
        this.programme = programme;
    }

    @GetMapping("/api/v1/operator/outbox/standing")
    ResponseEntity<byte[]> standing(HttpServletRequest request) {
        Query.of(request);
        Courier.Standing standing = programme.standing(callers.of(request));
        return Reply.ok(Map.of("all", standing.all(), "waiting", standing.waiting(), "refused", standing.refused()));
    }

    @GetMapping("/api/v1/operator/outbox")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "show", "order", "member");
        var show = asked.word("show", ProgrammeRoom.Show.class);
        var filter = new ProgrammeRoom.Filter(
                show == null ? ProgrammeRoom.Show.ALL : show, asked.text("order", 40), asked.number("member"));
        var texts = Texts.in(Language.of(request.getHeader("Accept-Language")));
        var page = programme.outbox(callers.of(request), filter, asked.wish());
        return Reply.ok(Fields.page(page, told -> fields(told, texts)));
    }

    @GetMapping("/api/v1/operator/trial-balance")
    ResponseEntity<byte[]> trialBalance(HttpServletRequest request) {
        Query.of(request);
        TrialBalance balance = programme.trialBalance(callers.of(request));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lines", balance.lines().stream().map(OutboxApi::fields).toList());
        fields.put("total", new TrialBalance.Line("", "", balance.total()).yuan());
        fields.put("between", new TrialBalance.Line("", "", balance.between()).yuan());
        return Reply.ok(fields);
    }

    private static Map<String, Object> fields(TrialBalance.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("book", line.book());
        fields.put("account", line.account());
        fields.put("amount", line.yuan());
        fields.put("postings", postings(line));
        return fields;
    }

    /// Where the postings are that a number is the sum of.
    private static String postings(TrialBalance.Line line) {
        String book = line.book().equals("ledger") ? "ledger/postings" : "postings";
        return "/api/v1/operator/" + book + "?account=" + line.account();
    }

    private static Map<String, Object> fields(ProgrammeRoom.Told told, Texts texts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", told.id());
        fields.put("programme", told.programme());
        fields.put("key", told.key());
        fields.put("command", command(told));
        fields.put("at", told.at().toString());
        var sentAt = told.sentAt();
        if (sentAt != null) {
            fields.put("sentAt", sentAt.toString());
        }
        var position = told.position();
        if (position != null) {
            fields.put("position", position);
        }
        var refusal = told.refusal();
        if (refusal != null) {
            fields.put("refusal", refusal);
            fields.put("refusalText", texts.raw(refusal).orElse(refusal));
        }
        return fields;
    }

    private static Object command(ProgrammeRoom.Told told) {
        return switch (Json.object(told.command())) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty _ -> told.command();
        };
    }
}
