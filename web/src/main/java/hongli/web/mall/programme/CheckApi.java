package hongli.web.mall.programme;

import hongli.economy.LawReport;
import hongli.mall.audit.SelfCheck;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The laws and the mall's rules, run while the house is open.
@RestController
final class CheckApi {
    private final Callers callers;
    private final SelfCheck checks;

    CheckApi(Callers callers, SelfCheck checks) {
        this.callers = callers;
        this.checks = checks;
    }

    @PostMapping("/api/v1/operator/checks")
    ResponseEntity<byte[]> run(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        Query.of(request);
        Form.of(request).end();
        SelfCheck.Seen seen = checks.look(actor);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", seen.at().toString());
        fields.put("holds", seen.holds());
        fields.put(
                "programmes", seen.programmes().stream().map(CheckApi::fields).toList());
        fields.put("rules", seen.rules().stream().map(CheckApi::fields).toList());
        seen.balance().ifPresent(balance -> fields.put("balance", Fields.of(balance)));
        return Reply.ok(fields);
    }

    private static Map<String, Object> fields(SelfCheck.Laws laws) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("programme", laws.programme().text());
        fields.put("name", laws.name());
        fields.put("position", laws.seen().position());
        fields.put("laws", laws.seen().laws().stream().map(CheckApi::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(LawReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("law", Fields.word(report.law()));
        fields.put("number", report.law().number());
        fields.put("left", report.left());
        fields.put("right", report.right());
        fields.put("holds", report.holds());
        return fields;
    }

    private static Map<String, Object> fields(SelfCheck.Rules rules) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rules.code());
        fields.put("what", rules.what());
        fields.put("seen", rules.seen());
        fields.put("holds", rules.holds());
        fields.put("findings", rules.findings().stream().map(Fields::of).toList());
        return fields;
    }
}
