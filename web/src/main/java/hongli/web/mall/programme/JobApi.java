package hongli.web.mall.programme;

import hongli.mall.timer.Jobs;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// For operators: what waits for its time, and what failed and is tried again.
@RestController
final class JobApi {
    private final Callers callers;
    private final Jobs jobs;

    JobApi(Callers callers, Jobs jobs) {
        this.callers = callers;
        this.jobs = jobs;
    }

    @GetMapping("/api/v1/operator/jobs")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "state", "kind", "subject", "until");
        var filter = new Jobs.Filter(
                asked.word("state", Jobs.State.class),
                asked.text("kind", 60),
                asked.number("subject"),
                asked.time("until"));
        return Reply.ok(Fields.page(jobs.list(callers.of(request), filter, asked.wish()), JobApi::fields));
    }

    /// Has one that failed be tried again now.
    @PostMapping("/api/v1/operator/jobs/{job}/hasten")
    ResponseEntity<byte[]> hasten(@PathVariable("job") String job, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(jobs.hasten(callers.of(request), Asked.id(job))));
    }

    private static Map<String, Object> fields(Jobs.Job job) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", job.id());
        fields.put("kind", job.kind());
        fields.put("subject", job.subject());
        fields.put("state", Fields.word(job.state()));
        fields.put("dueAt", job.dueAt().toString());
        fields.put("attempts", job.attempts());
        job.failedAt().ifPresent(at -> fields.put("failedAt", at.toString()));
        if (!job.failure().isEmpty()) {
            fields.put("failure", job.failure());
        }
        return fields;
    }
}
