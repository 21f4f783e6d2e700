package hongli.web.mall.programme;

import hongli.mall.programme.Cohorts;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What members of the same month have spent and received, for operators.
@RestController
final class CohortApi {
    private final Callers callers;
    private final Cohorts cohorts;

    CohortApi(Callers callers, Cohorts cohorts) {
        this.callers = callers;
        this.cohorts = cohorts;
    }

    @GetMapping("/api/v1/operator/cohorts")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        var actor = callers.of(request);
        Query.of(request);
        return Reply.ok(Fields.of(cohorts.all(actor)));
    }
}
