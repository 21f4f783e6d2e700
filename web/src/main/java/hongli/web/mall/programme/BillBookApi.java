package hongli.web.mall.programme;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.bill.BillBook;
import hongli.mall.bill.Bills;
import hongli.mall.bill.Figure;
import hongli.mall.bill.Figures;
import hongli.mall.posting.Account;
import hongli.mall.posting.Kind;
import hongli.mall.posting.PostingBook;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.Csv.Column;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// One bill and what it is made of, and bills as files.
@RestController
final class BillBookApi {
    private final Callers callers;
    private final Bills bills;
    private final BillBook book;

    BillBookApi(Callers callers, Bills bills, BillBook book) {
        this.callers = callers;
        this.bills = bills;
        this.book = book;
    }

    @GetMapping("/api/v1/operator/bills.csv")
    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "merchant", "status", "from", "until", "sort");
        Actor actor = callers.of(request);
        var filter = BillApi.filter(asked, asked.number("merchant"));
        Csv.send(response, "bills", asked.text("sort", 40), columns(), wish -> bills.all(actor, filter, wish));
    }

    @GetMapping("/api/v1/merchant/bills.csv")
    void own(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "status", "from", "until", "sort");
        Actor actor = callers.of(request);
        var filter = BillApi.filter(asked, null);
        Csv.send(response, "bills", asked.text("sort", 40), columns(), wish -> bills.own(actor, filter, wish));
    }

    private static List<Column<Bills.Bill>> columns() {
        List<Column<Bills.Bill>> columns = new ArrayList<>(List.of(
                new Column<>("id", Bills.Bill::id),
                new Column<>("merchant", Bills.Bill::merchant),
                new Column<>("name", Bills.Bill::name),
                new Column<>("from", bill -> bill.period().from()),
                new Column<>("until", bill -> bill.period().until()),
                new Column<>("status", bill -> bill.step().word())));
        for (Figure figure : Figure.values()) {
            columns.add(new Column<>(figure.word(), bill -> figure(bill, figure.word())));
        }
        columns.add(new Column<>("carried", bill -> new BigDecimal(Figures.yuan(bill.carriedFen()))));
        columns.add(new Column<>("payable", bill -> new BigDecimal(Figures.yuan(bill.payableFen()))));
        columns.add(new Column<>("madeAt", Bills.Bill::madeAt));
        return columns;
    }

    /// The figure as a number; nothing where the bill has none of the kind.
    private static Object figure(Bills.Bill bill, String name) {
        return switch (Json.object(bill.content())) {
            case Json.Reading.Parsed(var fields) -> {
                String text = String.valueOf(fields.get(name));
                yield text.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(text) : "";
            }
            case Json.Reading.Faulty _ -> "";
        };
    }

    @GetMapping({"/api/v1/operator/bills/{bill}", "/api/v1/merchant/bills/{bill}"})
    ResponseEntity<byte[]> one(@PathVariable("bill") String bill, HttpServletRequest request) {
        Query.of(request);
        Actor actor = callers.of(request);
        Bills.Bill found = book.one(actor, Asked.id(bill));
        Map<String, Object> fields = BillApi.fields(found);
        book.carriedFrom(actor, found).ifPresent(earlier -> fields.put("carriedFrom", earlier));
        return Reply.ok(fields);
    }

    /// The postings behind a figure, and what they come to: the figure itself, where no kind is asked for.
    @GetMapping({"/api/v1/operator/bills/{bill}/lines", "/api/v1/merchant/bills/{bill}/lines"})
    ResponseEntity<byte[]> lines(@PathVariable("bill") String bill, HttpServletRequest request) {
        var asked = Asked.of(request, "figure", "kind");
        Actor actor = callers.of(request);
        BillBook.Filter filter = filter(asked);
        BillBook.Shown shown = book.shown(actor, Asked.id(bill), filter, asked.wish());
        Map<String, Object> fields =
                new LinkedHashMap<>(Fields.page(shown.page(), part -> fields(filter.figure(), part)));
        BillBook.Sum sum = shown.sum();
        fields.put("sum", Map.of("lines", sum.parts(), "counts", filter.figure().text(sum.counts())));
        return Reply.ok(fields);
    }

    private static BillBook.Filter filter(Asked asked) {
        String word = asked.text("figure", 40);
        Figure figure = word == null
                ? Figure.OWED
                : Figure.called(word)
                        .filter(each -> each != Figure.CONSTANT_EXCHANGED)
                        .orElseThrow(() -> Query.unsound("figure", "wrong_form", "a figure made by postings", word));
        return new BillBook.Filter(figure, asked.word("kind", Kind.class));
    }

    /// A posting with what it counts in the figure, and what it changes in what the merchant is owed.
    private static Map<String, Object> fields(Figure figure, BillBook.Part part) {
        Map<String, Object> fields = PostingApi.fields(part.line());
        fields.put("change", Figures.yuan(owed(part)));
        fields.put("counts", figure.text(part.counts()));
        return fields;
    }

    private static long owed(BillBook.Part part) {
        return -part.line().change(Account.MERCHANT);
    }

    @GetMapping({"/api/v1/operator/bills/{bill}/lines.csv", "/api/v1/merchant/bills/{bill}/lines.csv"})
    void linesAsCsv(@PathVariable("bill") String bill, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = Asked.only(request, "figure", "kind", "sort");
        Actor actor = callers.of(request);
        long id = Asked.id(bill);
        BillBook.Filter filter = filter(asked);
        List<Column<BillBook.Part>> columns = new ArrayList<>();
        for (Column<PostingBook.Line> column : PostingColumns.ALL) {
            columns.add(new Column<>(column.heading(), part -> column.cell().apply(part.line())));
        }
        columns.add(new Column<>("change", part -> new BigDecimal(Figures.yuan(owed(part)))));
        columns.add(
                new Column<>("counts", part -> new BigDecimal(filter.figure().text(part.counts()))));
        Csv.send(response, "bill-" + id, asked.text("sort", 40), columns, wish -> book.lines(actor, id, filter, wish));
    }

    /// What the merchant gave back to the programme, which stands in the programme's journal and not in our books.
    @GetMapping({"/api/v1/operator/bills/{bill}/exchanges", "/api/v1/merchant/bills/{bill}/exchanges"})
    ResponseEntity<byte[]> exchanges(@PathVariable("bill") String bill, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(Fields.of(book.exchanges(callers.of(request), Asked.id(bill))));
    }
}
