package hongli.web.mall.merchant;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.merchant.Freights;
import hongli.mall.table.Page;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.Csv.Column;
import hongli.web.mall.CsvFile;
import hongli.web.mall.CsvFile.Cell;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Freight templates as a file of CSV, a line for each rate: lines of one name are one template. One
/// whose name is known is changed, another one is added.
@RestController
final class FreightFileApi {
    private static final int MOST_UNITS = 1_000_000;

    private static final Map<String, Cell> CELLS = new LinkedHashMap<>();

    static {
        CELLS.put("name", Cell.TEXT);
        CELLS.put("unit", Cell.TEXT);
        CELLS.put("freeFrom", Cell.TEXT);
        CELLS.put("region", Cell.TEXT);
        CELLS.put("first", Cell.NUMBER);
        CELLS.put("firstPrice", Cell.TEXT);
        CELLS.put("next", Cell.NUMBER);
        CELLS.put("nextPrice", Cell.TEXT);
    }

    private static final List<Column<Line>> COLUMNS = List.of(
            new Column<>("name", Line::name),
            new Column<>("unit", Line::unit),
            new Column<>("freeFrom", Line::freeFrom),
            new Column<>("region", line -> line.rate().region()),
            new Column<>("first", line -> line.rate().first()),
            new Column<>("firstPrice", line -> line.rate().firstPrice()),
            new Column<>("next", line -> line.rate().next()),
            new Column<>("nextPrice", line -> line.rate().nextPrice()));

    private final Callers callers;
    private final Freights freights;

    FreightFileApi(Callers callers, Freights freights) {
        this.callers = callers;
        this.freights = freights;
    }

    /// One rate, with what its template says.
    private record Line(
            String name, Freights.Unit unit, @Nullable Money freeFrom, Freights.Rate rate) {
        boolean agrees(Line other) {
            return unit == other.unit && Objects.equals(freeFrom, other.freeFrom);
        }
    }

    @GetMapping("/api/v1/merchant/freights.csv")
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        Actor actor = callers.of(request);
        Csv.send(response, "freights", null, COLUMNS, _ -> new Page<>(lines(actor), Optional.empty()));
    }

    private List<Line> lines(Actor actor) {
        return freights.all(actor).stream()
                .map(Freights.Numbered::template)
                .flatMap(template -> template.rates().stream()
                        .map(rate -> new Line(template.name(), template.unit(), template.freeFrom(), rate)))
                .toList();
    }

    @PostMapping("/api/v1/merchant/freights.csv")
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        boolean dry = Asked.only(request, "dry").flag("dry");
        Actor actor = callers.of(request);
        var file = CsvFile.of(request, CELLS);
        Map<Integer, Line> lines = file.read(FreightFileApi::line);
        List<Freights.Template> templates = templates(file, lines);
        file.end();
        Freights.Report report = freights.put(actor, templates, dry);
        return Reply.ok(Map.of("lines", lines.size(), "added", report.added(), "changed", report.changed()));
    }

    private static Line line(Form form) {
        return new Line(
                form.text("name", 60),
                form.word("unit", Freights.Unit.class),
                form.findMoney("freeFrom").orElse(null),
                new Freights.Rate(
                        form.findText("region", 60).orElse(""),
                        (int) form.number("first", 1, MOST_UNITS),
                        form.money("firstPrice"),
                        (int) form.number("next", 1, MOST_UNITS),
                        form.money("nextPrice")));
    }

    private static List<Freights.Template> templates(CsvFile file, Map<Integer, Line> lines) {
        Map<String, Map<Integer, Line>> byName = new LinkedHashMap<>();
        lines.forEach((number, line) ->
                byName.computeIfAbsent(line.name(), _ -> new LinkedHashMap<>()).put(number, line));
        List<Freights.Template> templates = new ArrayList<>();
        byName.forEach((name, own) -> {
            Line first = own.values().iterator().next();
            own.forEach((number, line) -> {
                if (!line.agrees(first)) {
                    file.fault(
                            number,
                            new Fault("unit", "differs", "unit and freeFrom of the template's first line", name));
                }
            });
            var template = new Freights.Template(
                    name,
                    first.unit(),
                    first.freeFrom(),
                    own.values().stream().map(Line::rate).toList());
            int number = own.keySet().iterator().next();
            template.faults().forEach(fault -> file.fault(number, fault));
            templates.add(template);
        });
        return templates;
    }
}
