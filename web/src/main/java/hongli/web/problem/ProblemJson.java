package hongli.web.problem;

import hongli.economy.terms.Fault;
import hongli.ledger.wire.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Problems as `application/problem+json` in one language: title, what was expected, what was found, and the numbers.
public final class ProblemJson {
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    /// The members of the document, in their order.
    public static Map<String, Object> fields(Problem problem, Language language) {
        Texts texts = Texts.in(language);
        String code = problem.code();
        Map<String, Object> members = problem.members();
        String expected = texts.find(code + ".expected", members).orElse("");
        String found = texts.find(code + ".found", members).orElse("");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "/api/#" + code);
        fields.put("title", texts.find(code, members).orElse(code));
        fields.put("status", problem.status());
        fields.put("detail", detail(texts, expected, found));
        fields.put("code", code);
        fields.put("expected", expected);
        fields.put("found", found);
        members.forEach(fields::putIfAbsent); // What every problem has is not theirs to say.
        if (!problem.faults().isEmpty()) {
            fields.put("faults", faults(problem.faults(), texts));
        }
        return fields;
    }

    /// Answers `request` with `problem` in the language it asks for.
    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = Language.of(request.getHeader("Accept-Language"));
        byte[] body = Json.text(fields(problem, language)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", language.tag());
        response.addHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "1");
        }
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static String detail(Texts texts, String expected, String found) {
        Map<String, String> parts = Map.of("expected", expected, "found", found);
        return texts.find(found.isEmpty() ? "detail.expected" : "detail.both", parts)
                .orElse(expected);
    }

    private static List<Map<String, Object>> faults(List<Fault> faults, Texts texts) {
        return faults.stream().map(fault -> fields(fault, texts)).toList();
    }

    private static Map<String, Object> fields(Fault fault, Texts texts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("field", fault.field());
        fields.put("code", fault.code());
        fields.put("expected", fault.expected());
        fields.put("found", fault.found());
        fields.put(
                "text",
                texts.find("fault." + fault.field() + "." + fault.code(), fields)
                        .or(() -> texts.find("fault." + fault.code(), fields))
                        .orElse(fault.expected()));
        return fields;
    }
}
