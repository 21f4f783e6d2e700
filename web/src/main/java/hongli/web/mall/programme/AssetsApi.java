package hongli.web.mall.programme;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.TermsWriter;
import hongli.ledger.View;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import hongli.ledger.wire.Amounts;
import hongli.ledger.wire.FactJson;
import hongli.mall.access.Actor;
import hongli.mall.programme.Assets;
import hongli.mall.programme.Ids;
import hongli.mall.programme.ProgrammeGround;
import hongli.mall.programme.ProgrammeRoom;
import hongli.web.api.Answers;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a member holds in the programme, and the member's ways out of it.
@RestController
final class AssetsApi {
    private static final int MOST_LINES = 200;
    private static final int MOST_PRICES = 1_000;
    private static final int POINT_DECIMALS = 6;

    /// Beside every value, so that no page shows the numbers without it.
    private static final Map<String, String> NOTE = Map.of(
            "zh",
            "按此刻的资金池与流通算出，会随之变动；额度是上限，不是钱，也不保证拿到。",
            "en",
            "Reckoned from pool and circulation at this moment, and changing with them; the quota is a ceiling,"
                    + " not money, and nobody is assured of it.");

    private final Callers callers;
    private final ProgrammeRoom programme;

    AssetsApi(Callers callers, ProgrammeRoom programme) {
        this.callers = callers;
        this.programme = programme;
    }

    /// The programme as everybody may see it.
    @GetMapping("/api/v1/mall/programme")
    ResponseEntity<byte[]> programme(HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(
                programme.ledger().read(programme.id(), AssetsApi::fields).orElseThrow(this::missing));
    }

    /// The whole history of the price in at most `points` points.
    @GetMapping("/api/v1/mall/programme/prices")
    ResponseEntity<byte[]> prices(HttpServletRequest request) {
        Query query = Query.of(request, "points");
        List<PricePoint> points = programme
                .ledger()
                .prices()
                .thinned(programme.id(), (int) query.number("points", 200, 2, MOST_PRICES))
                .orElseThrow(this::missing);
        return Reply.ok(Map.of("items", points.stream().map(AssetsApi::fields).toList()));
    }

    @GetMapping("/api/v1/mall/me/assets")
    ResponseEntity<byte[]> assets(HttpServletRequest request) {
        Query.of(request);
        Map<String, Object> fields = new LinkedHashMap<>();
        programme.assets().held(callers.of(request)).ifPresent(held -> fields.putAll(fields(held)));
        fields.put("joined", !fields.isEmpty());
        fields.put("note", NOTE);
        return Reply.ok(fields);
    }

    @GetMapping("/api/v1/mall/me/statement")
    ResponseEntity<byte[]> statement(HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "limit");
        StatementPage page = programme
                .assets()
                .statement(callers.of(request), place(query), query.limit(50, MOST_LINES))
                .orElseThrow(this::missing);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            items.add(fields(page.lines().get(i), page.balances().get(i)));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("items", items);
        StatementLine.Place next = page.next();
        if (next != null) {
            fields.put("next", next.toString());
        }
        return Reply.ok(fields);
    }

    @PostMapping("/api/v1/mall/me/redemptions")
    ResponseEntity<byte[]> redeem(HttpServletRequest request) throws IOException {
        return exit(request, Assets.Way.REDEEM);
    }

    @PostMapping("/api/v1/mall/me/conversions")
    ResponseEntity<byte[]> convert(HttpServletRequest request) throws IOException {
        return exit(request, Assets.Way.CONVERT);
    }

    private ResponseEntity<byte[]> exit(HttpServletRequest request, Assets.Way way) throws IOException {
        boolean dry = Query.of(request, "dry").flag("dry");
        Actor.Member actor = callers.of(request).requireMember();
        Form form = Form.of(request);
        String key = dry ? "" : key(form);
        Points points = points(form);
        Money atLeast = dry ? null : form.findMoney("atLeast").orElse(null);
        form.end();
        Answers.Told told = dry
                ? Answers.previewed(
                        programme.assets().preview(actor, way, points).orElseThrow(this::missing))
                : Answers.told(programme.assets().go(actor, way, new Assets.Request(key, points, atLeast)));
        return switch (told) {
            case Answers.Told.Yes(var decided, Fact fact) -> {
                Map<String, Object> fields = paid(actor, way, fact);
                fields.put("position", decided.position());
                fields.put("at", decided.at().toString());
                fields.put("repeated", decided.repeated());
                yield Reply.ok(fields);
            }
            case Answers.Told.Perhaps(Fact fact) -> Reply.ok(paid(actor, way, fact));
            case Answers.Told.No(var problem) -> throw problem.rejection();
        };
    }

    private static String key(Form form) {
        String key = form.text("key", 40);
        if (!key.matches("[A-Za-z0-9._~-]*")) {
            form.fault("key", "wrong_form", "letters, digits and . _ ~ -", key);
        }
        return key;
    }

    private static Points points(Form form) {
        String text = form.text("points", 30);
        return switch (Decimals.read(text, POINT_DECIMALS, Long.MAX_VALUE)) {
            case Decimals.Reading.Whole(long micro) when micro > 0 -> new Points(micro);
            case Decimals.Reading _ -> {
                form.fault("points", "wrong_form", "an amount of points like \"12.5\"", text);
                yield new Points(1);
            }
        };
    }

    private static Map<String, Object> paid(Actor.Member actor, Assets.Way way, Fact fact) {
        Money paid = Assets.paid(new Outcome.Applied(fact), Ids.member(actor.id()), way);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(way == Assets.Way.REDEEM ? "cash" : "constant", paid.toString());
        fields.put("note", NOTE);
        return fields;
    }

    private RuntimeException missing() {
        return ProgrammeGround.PROGRAMME_MISSING.with(
                "programme", programme.id().text());
    }

    private static StatementLine.Place place(Query query) {
        String cursor = query.text("cursor").orElse(null);
        StatementLine.Place place = cursor == null ? StatementLine.Place.NEWEST : StatementLine.Place.parse(cursor);
        if (place == null) {
            throw Query.unsound("cursor", "wrong_form", "what an earlier page gave as next", String.valueOf(cursor));
        }
        return place;
    }

    private static Map<String, Object> fields(View view) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", view.id().text());
        fields.put("name", view.name());
        fields.put("price", view.totals().price().toString());
        fields.put("pool", view.totals().pool().toString());
        fields.put("circulating", view.totals().circulating().toString());
        fields.put("closed", view.totals().closed());
        fields.put("terms", TermsWriter.fields(view.terms()));
        return fields;
    }

    private static Map<String, Object> fields(PricePoint point) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", point.at().toString());
        var price = point.price();
        if (price != null) {
            fields.put("price", price.toString());
        }
        fields.put("pool", point.pool().toString());
        fields.put("circulating", point.circulating().toString());
        return fields;
    }

    private static Map<String, Object> fields(Assets.Held held) {
        var holding = held.holding();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("points", holding.points().toString());
        fields.put("price", held.price().toString());
        fields.put("value", held.value().toString());
        fields.put("exit", held.exit().toString());
        fields.put("quota", holding.quota().toString());
        fields.put("granted", holding.granted().toString());
        fields.put("tier", holding.tier());
        held.nextTier().ifPresent(points -> fields.put("nextTier", points.toString()));
        fields.put("cash", holding.cash().toString());
        fields.put("heldCash", holding.heldCash().toString());
        fields.put("constant", holding.constant().toString());
        fields.put("heldConstant", holding.heldConstant().toString());
        return fields;
    }

    /// Without the account on the other side, which can be somebody else's.
    private static Map<String, Object> fields(StatementLine line, Wide balance) {
        var unit = line.account().unit();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", line.position());
        fields.put("at", line.at().toString());
        fields.put("type", line.commandType());
        fields.put("reason", FactJson.word(line.reason()));
        fields.put("account", FactJson.word(line.account()));
        fields.put("unit", FactJson.word(unit));
        fields.put("change", Amounts.text(line.change(), unit));
        fields.put("balance", Amounts.text(balance, unit));
        String subject = line.subject();
        if (subject != null) {
            fields.put("subject", subject);
        }
        return fields;
    }
}
