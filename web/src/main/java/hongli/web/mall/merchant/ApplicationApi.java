package hongli.web.mall.merchant;

import hongli.mall.merchant.Merchants;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Members who want to sell.
@RestController
final class ApplicationApi {
    private final Callers callers;
    private final Merchants merchants;

    ApplicationApi(Callers callers, Merchants merchants) {
        this.callers = callers;
        this.merchants = merchants;
    }

    @GetMapping("/api/v1/mall/merchant-applications")
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(merchants.applications(callers.of(request))));
    }

    @PostMapping("/api/v1/mall/merchant-applications")
    ResponseEntity<byte[]> apply(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        var application =
                new Merchants.Application(form.text("name", 60), form.text("contact", 100), form.text("licence", 100));
        form.end();
        return Reply.json(201, Map.of("id", merchants.apply(actor, application)));
    }
}
