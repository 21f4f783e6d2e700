package hongli.web.mall.merchant;

import hongli.mall.access.Permission;
import hongli.mall.merchant.Mode;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// The switch between one merchant and many.
@RestController
final class ModeApi {
    private final Callers callers;
    private final Mode mode;

    ModeApi(Callers callers, Mode mode) {
        this.callers = callers;
        this.mode = mode;
    }

    @GetMapping("/api/v1/mall/mode")
    ResponseEntity<byte[]> show() {
        return Reply.ok(Map.of("multiMerchant", mode.isMulti(), "ownShop", mode.ownShop()));
    }

    @PutMapping("/api/v1/operator/mode")
    ResponseEntity<byte[]> change(HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireOperator(Permission.SETTINGS_CHANGE);
        var form = Form.of(request);
        boolean multi = form.flag("multiMerchant", false);
        form.end();
        mode.change(actor, multi);
        return Reply.ok(Map.of("multiMerchant", multi, "ownShop", mode.ownShop()));
    }
}
