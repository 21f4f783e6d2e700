package hongli.web.mall.trade;

import hongli.mall.access.Actor;
import hongli.mall.payment.Purse;
import hongli.mall.withdrawal.WithdrawalLimits;
import hongli.mall.withdrawal.WithdrawalLimits.Limits;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// The limits of withdrawals, of members and of merchants, as operators set them.
@RestController
final class WithdrawalLimitApi {
    private final Callers callers;
    private final WithdrawalLimits limits;

    WithdrawalLimitApi(Callers callers, WithdrawalLimits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    @GetMapping("/api/v1/operator/settings/withdrawals")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(callers.of(request)));
    }

    @PutMapping("/api/v1/operator/settings/withdrawals")
    ResponseEntity<byte[]> change(HttpServletRequest request) throws IOException {
        Actor actor = callers.of(request);
        fields(actor);
        Form form = Form.of(request);
        Purse.Party party = form.word("party", Purse.Party.class);
        var wanted = new Limits(
                form.money("least"),
                form.money("most"),
                form.money("day"),
                form.number("coolingHours", 0, WithdrawalLimits.MOST_HOURS));
        form.end();
        limits.change(actor, party, wanted);
        return Reply.ok(fields(actor));
    }

    private Map<String, Object> fields(Actor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Purse.Party party : Purse.Party.values()) {
            fields.put(Fields.word(party), Fields.of(limits.of(actor, party)));
        }
        return fields;
    }
}
