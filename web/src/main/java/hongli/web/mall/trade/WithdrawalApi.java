package hongli.web.mall.trade;

import hongli.economy.command.Asset;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.Purse;
import hongli.mall.trade.Trade;
import hongli.mall.withdrawal.Limits;
import hongli.mall.withdrawal.Withdrawal;
import hongli.mall.withdrawal.Withdrawals;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.Csv.Column;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Requests of members and merchants for their cash, and the operators' review of them.
@RestController
final class WithdrawalApi {
    private static final List<Column<Withdrawal>> COLUMNS = List.of(
            new Column<>("id", Withdrawal::id),
            new Column<>("party", withdrawal -> withdrawal.holder().party()),
            new Column<>("holder", withdrawal -> withdrawal.holder().id()),
            new Column<>("amount", Withdrawal::amount),
            new Column<>("account", Withdrawal::account),
            new Column<>("status", Withdrawal::status),
            new Column<>("note", Withdrawal::note),
            new Column<>("asked_at", Withdrawal::askedAt),
            new Column<>("decided_at", Withdrawal::decidedAt),
            new Column<>("paid_at", Withdrawal::paidAt));

    private final Callers callers;
    private final Withdrawals withdrawals;
    private final Purse purse;

    WithdrawalApi(Callers callers, Trade trade) {
        this.callers = callers;
        this.withdrawals = trade.withdrawals();
        this.purse = trade.till().purse();
    }

    /// What a merchant could take out, and what it could exchange.
    @GetMapping("/api/v1/merchant/purse")
    ResponseEntity<byte[]> purse(HttpServletRequest request) {
        Query.of(request);
        var clerk = callers.of(request).requireClerk(Permission.WITHDRAWALS_READ);
        var merchant = Purse.Holder.merchant(clerk.merchant());
        return Reply.ok(Map.of(
                "cash", purse.free(merchant, Asset.CASH).toString(),
                "constant", purse.free(merchant, Asset.CONSTANT).toString()));
    }

    /// Asks for cash, once under each `Idempotency-Key`.
    @PostMapping({"/api/v1/mall/withdrawals", "/api/v1/merchant/withdrawals"})
    ResponseEntity<byte[]> ask(HttpServletRequest request) throws IOException {
        String key = IdempotencyKey.of(request);
        var form = Form.of(request);
        var asked = new Withdrawals.Request(key, form.money("amount"), form.text("account", 100));
        form.end();
        return Reply.json(201, fields(withdrawals.ask(callers.of(request), asked)));
    }

    @GetMapping({"/api/v1/mall/withdrawals/limits", "/api/v1/merchant/withdrawals/limits"})
    ResponseEntity<byte[]> limits(HttpServletRequest request) {
        Query.of(request);
        Limits limits = withdrawals.limits(callers.of(request));
        return Reply.ok(Map.of(
                "least", limits.least().toString(),
                "most", limits.most().toString(),
                "daily", limits.daily().toString(),
                "coolingHours", limits.cooling().toHours()));
    }

    @GetMapping({"/api/v1/mall/withdrawals", "/api/v1/merchant/withdrawals"})
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "from", "until");
        return list(request, asked, filter(asked, null, null));
    }

    @GetMapping("/api/v1/operator/withdrawals")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "member", "merchant", "from", "until");
        return list(request, asked, filter(asked, asked.number("member"), asked.number("merchant")));
    }

    private ResponseEntity<byte[]> list(HttpServletRequest request, Asked asked, Withdrawals.Filter filter) {
        return Reply.ok(
                Fields.page(withdrawals.list(callers.of(request), filter, asked.wish()), WithdrawalApi::fields));
    }

    @GetMapping("/api/v1/operator/withdrawals.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "status", "member", "merchant", "from", "until", "sort");
        Actor actor = callers.of(request).requireOperator(Permission.WITHDRAWALS_READ);
        var filter = filter(asked, asked.number("member"), asked.number("merchant"));
        Csv.send(
                response,
                "withdrawals",
                asked.text("sort", 40),
                COLUMNS,
                wish -> withdrawals.list(actor, filter, wish));
    }

    private static Withdrawals.Filter filter(Asked asked, @Nullable Long member, @Nullable Long merchant) {
        return new Withdrawals.Filter(
                asked.word("status", Withdrawal.Status.class),
                member,
                merchant,
                asked.time("from"),
                asked.time("until"));
    }

    @GetMapping({
        "/api/v1/mall/withdrawals/{withdrawal}",
        "/api/v1/merchant/withdrawals/{withdrawal}",
        "/api/v1/operator/withdrawals/{withdrawal}"
    })
    ResponseEntity<byte[]> one(@PathVariable("withdrawal") String id, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(withdrawals.one(callers.of(request), Asked.id(id))));
    }

    /// An operator's decision.
    private interface Review {
        Withdrawal decide(Actor actor, long id, String note);
    }

    @PostMapping("/api/v1/operator/withdrawals/{withdrawal}/approve")
    ResponseEntity<byte[]> approve(@PathVariable("withdrawal") String id, HttpServletRequest request)
            throws IOException {
        return decided(id, request, withdrawals::approve);
    }

    @PostMapping("/api/v1/operator/withdrawals/{withdrawal}/refuse")
    ResponseEntity<byte[]> refuse(@PathVariable("withdrawal") String id, HttpServletRequest request)
            throws IOException {
        return decided(id, request, withdrawals::refuse);
    }

    private ResponseEntity<byte[]> decided(String id, HttpServletRequest request, Review review) throws IOException {
        var form = Form.of(request);
        String note = form.findText("note", 1_000).orElse("");
        form.end();
        return Reply.ok(fields(review.decide(callers.of(request), Asked.id(id), note)));
    }

    private static Map<String, Object> fields(Withdrawal withdrawal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", withdrawal.id());
        fields.put(Fields.word(withdrawal.holder().party()), withdrawal.holder().id());
        fields.put("amount", withdrawal.amount().toString());
        fields.put("account", withdrawal.account());
        fields.put("status", Fields.word(withdrawal.status()));
        fields.put("note", withdrawal.note());
        fields.put("asked_at", withdrawal.askedAt().toString());
        withdrawal.decidedAt().ifPresent(at -> fields.put("decided_at", at.toString()));
        withdrawal.paidAt().ifPresent(at -> fields.put("paid_at", at.toString()));
        return fields;
    }
}
