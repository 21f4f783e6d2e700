package hongli.web.mall.people;

import hongli.mall.staff.OneTime;
import hongli.mall.staff.Worker;
import hongli.mall.staff.Workers;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Those who work here: operators for operators, a merchant's clerks for its own.
@RestController
final class WorkerApi {
    private final Workers workers;
    private final DoorKeeper keeper;

    WorkerApi(Workers workers, DoorKeeper keeper) {
        this.workers = workers;
        this.keeper = keeper;
    }

    @GetMapping({"/api/v1/operator/workers", "/api/v1/merchant/workers"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "active", "role", "text");
        var filter = new Workers.Filter(asked.findFlag("active"), asked.number("role"), asked.text("text", 100));
        return Reply.ok(Fields.page(workers.list(keeper.of(request), filter, asked.wish()), WorkerApi::fields));
    }

    @PostMapping({"/api/v1/operator/workers", "/api/v1/merchant/workers"})
    ResponseEntity<byte[]> hire(HttpServletRequest request) throws IOException {
        var actor = keeper.of(request);
        var form = Form.of(request);
        String login = form.text("login", 64);
        String name = form.text("name", 40);
        long role = form.number("role", 1, Long.MAX_VALUE);
        form.end();
        return Reply.json(201, fields(workers.hire(actor, login, name, role)));
    }

    @PutMapping({"/api/v1/operator/workers/{id}", "/api/v1/merchant/workers/{id}"})
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = keeper.of(request);
        var form = Form.of(request);
        String name = form.text("name", 40);
        long role = form.number("role", 1, Long.MAX_VALUE);
        form.end();
        workers.change(actor, Asked.id(id), name, role);
        return Reply.done();
    }

    @PostMapping({"/api/v1/operator/workers/{id}/lock", "/api/v1/merchant/workers/{id}/lock"})
    ResponseEntity<byte[]> lock(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        return letIn(id, request, false);
    }

    @PostMapping({"/api/v1/operator/workers/{id}/unlock", "/api/v1/merchant/workers/{id}/unlock"})
    ResponseEntity<byte[]> unlock(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        return letIn(id, request, true);
    }

    private ResponseEntity<byte[]> letIn(String id, HttpServletRequest request, boolean isActive) throws IOException {
        var actor = keeper.of(request);
        Form.of(request).end();
        workers.letIn(actor, Asked.id(id), isActive);
        return Reply.done();
    }

    @PostMapping({"/api/v1/operator/workers/{id}/password", "/api/v1/merchant/workers/{id}/password"})
    ResponseEntity<byte[]> renew(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = keeper.of(request);
        Form.of(request).end();
        return Reply.ok(fields(workers.renew(actor, Asked.id(id))));
    }

    private static Map<String, ?> fields(OneTime oneTime) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", oneTime.worker());
        fields.put("login", oneTime.login());
        fields.put("oneTimePassword", oneTime.password());
        return fields;
    }

    private static Map<String, ?> fields(Worker worker) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", worker.id());
        fields.put("login", worker.login());
        fields.put("name", worker.name());
        fields.put("role", worker.role());
        fields.put("roleName", worker.roleName());
        fields.put("active", worker.isActive());
        fields.put("mustChangePassword", worker.mustChange());
        fields.put("since", worker.since().toString());
        return fields;
    }
}
