package hongli.web.mall.programme;

import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import hongli.economy.terms.TermsWriter;
import hongli.ledger.ProgrammeId;
import hongli.mall.access.Permission;
import hongli.mall.programme.Programmes;
import hongli.mall.refusal.Refusal;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programme that the mall feeds, for operators: which it is, and another one as long as nothing was told to it.
@RestController
final class ProgrammeOfficeApi {
    private static final int MOST_NAME = 200;

    private final Callers callers;
    private final Programmes programmes;

    ProgrammeOfficeApi(Callers callers, Programmes programmes) {
        this.callers = callers;
        this.programmes = programmes;
    }

    @GetMapping("/api/v1/operator/programme")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(programmes.fed(callers.of(request))));
    }

    /// The terms of a programme that nobody has thought about, to begin with.
    @GetMapping("/api/v1/operator/programme/usual-terms")
    ResponseEntity<byte[]> usual(HttpServletRequest request) {
        Query.of(request);
        var _ = programmes.fed(callers.of(request));
        return Reply.ok(Map.of("terms", TermsWriter.fields(Programmes.usual())));
    }

    @PostMapping("/api/v1/operator/programme")
    ResponseEntity<byte[]> open(HttpServletRequest request) throws IOException {
        Query.of(request);
        var actor = callers.of(request).requireOperator(Permission.PROGRAMME_CHANGE);
        var form = Form.of(request);
        String id = form.text("id", 64);
        if (!id.isEmpty() && !ProgrammeId.isSound(id)) {
            form.fault("id", "wrong_form", "1 to 64 of a-z, 0-9 and -, a letter or digit first", id);
        }
        String name = form.text("name", MOST_NAME);
        Map<String, ?> terms = form.object("terms");
        form.end();
        return Reply.json(201, fields(programmes.open(actor, new ProgrammeId(id), name, sound(terms))));
    }

    private static Terms sound(Map<String, ?> given) {
        return switch (TermsReader.read(given)) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) -> throw Refusal.of(faults);
        };
    }

    private static Map<String, Object> fields(Programmes.Fed fed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", fed.id().text());
        fields.put("open", fed.terms().isPresent());
        fields.put("mayChange", fed.mayChange());
        fed.name().ifPresent(name -> fields.put("name", name));
        fed.terms().ifPresent(terms -> fields.put("terms", TermsWriter.fields(terms)));
        return fields;
    }
}
