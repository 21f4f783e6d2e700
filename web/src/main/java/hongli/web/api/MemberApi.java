package hongli.web.api;

import hongli.economy.Holding;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Account;
import hongli.ledger.Ledger;
import hongli.ledger.View;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementLine.Place;
import hongli.ledger.reading.StatementPage;
import hongli.ledger.wire.Amounts;
import hongli.ledger.wire.FactJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Members: what each holds, and every change of it.
@RestController
public final class MemberApi {
    private static final int MOST = 500;

    private final Ledger ledger;

    public MemberApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Members in order of joining; the cursor is the number of the first one of the page.
    @GetMapping("/api/v1/programmes/{programme}/members")
    ResponseEntity<byte[]> list(@PathVariable("programme") String programme, HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "limit");
        int limit = query.limit(50, MOST);
        int from = (int) query.number("cursor", 0, 0, Integer.MAX_VALUE);
        return Reply.ok(Addresses.read(ledger, programme, view -> page(view, from, limit)));
    }

    @GetMapping("/api/v1/programmes/{programme}/members/{member}")
    ResponseEntity<byte[]> show(
            @PathVariable("programme") String programme,
            @PathVariable("member") String member,
            HttpServletRequest request) {
        Query.of(request);
        MemberId id = Addresses.member(member);
        return Reply.ok(Addresses.read(ledger, programme, view -> {
            Holding holding = view.holding(id);
            if (holding == null) {
                throw Addresses.memberUnknown(member);
            }
            Map<String, Object> fields = fields(view, holding);
            fields.put("position", view.position());
            return fields;
        }));
    }

    @GetMapping("/api/v1/programmes/{programme}/members/{member}/statement")
    ResponseEntity<byte[]> statement(
            @PathVariable("programme") String programme,
            @PathVariable("member") String member,
            HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "limit");
        int limit = query.limit(50, MOST);
        MemberId id = Addresses.member(member);
        if (!Addresses.read(ledger, programme, view -> view.holding(id) != null)) {
            throw Addresses.memberUnknown(member);
        }
        StatementPage page = ledger.statements()
                .page(Addresses.programme(programme), id, place(query), limit)
                .orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lines", page.lines().stream().map(MemberApi::fields).toList());
        Place next = page.next();
        putNext(fields, next == null ? null : next.toString());
        return Reply.ok(fields);
    }

    private static Place place(Query query) {
        String cursor = query.text("cursor").orElse(null);
        if (cursor == null) {
            return Place.NEWEST;
        }
        Place place = Place.parse(cursor);
        if (place == null) {
            throw Query.unsound("cursor", "wrong_form", "what an earlier page gave as next", cursor);
        }
        return place;
    }

    private static Map<String, Object> page(View view, int from, int limit) {
        int members = view.totals().members();
        int end = (int) Math.min(members, (long) from + limit);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int number = from; number < end; number++) {
            items.add(fields(view, view.holding(number)));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", view.position());
        fields.put("total", members);
        fields.put("members", items);
        putNext(fields, end < members ? Integer.toString(end) : null);
        return fields;
    }

    private static void putNext(Map<String, Object> fields, @Nullable String next) {
        if (next != null) {
            fields.put("next", next);
        }
    }

    private static Map<String, Object> fields(View view, Holding holding) {
        Money value = view.terms().hasPool() ? view.totals().price().value(holding.points()) : Money.ZERO;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("member", holding.member().text());
        fields.put("merchant", holding.merchant());
        MemberId referrer = holding.referrer();
        if (referrer != null) {
            fields.put("referrer", referrer.text());
        }
        fields.put("points", holding.points().toString());
        fields.put("value", value.toString());
        fields.put("quota", holding.quota().toString());
        fields.put("cash", holding.cash().toString());
        fields.put("constant", holding.constant().toString());
        fields.put("heldCash", holding.heldCash().toString());
        fields.put("heldConstant", holding.heldConstant().toString());
        fields.put("granted", holding.granted().toString());
        fields.put("tier", holding.tier());
        return fields;
    }

    private static Map<String, Object> fields(StatementLine line) {
        var unit = line.account().unit();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", line.position());
        fields.put("at", line.at().toString());
        fields.put("type", line.commandType());
        String subject = line.subject();
        if (subject != null) {
            fields.put("subject", subject);
        }
        fields.put("reason", FactJson.word(line.reason()));
        fields.put("account", FactJson.word(line.account()));
        fields.put("unit", FactJson.word(unit));
        fields.put("change", Amounts.text(line.change(), unit));
        fields.put("counter", fields(line.counter()));
        return fields;
    }

    private static Map<String, Object> fields(Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", FactJson.word(account.kind()));
        MemberId member = account.member();
        if (member != null) {
            fields.put("member", member.text());
        }
        return fields;
    }
}
