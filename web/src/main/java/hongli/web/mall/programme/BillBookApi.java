package hongli.web.mall.programme;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.bill.BillBook;
import hongli.mall.bill.Bills;
import hongli.mall.bill.Figures;
import hongli.mall.posting.Account;
import hongli.mall.posting.PostingBook;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
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
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// One bill and what it is made of, and bills as files.
@RestController
final class BillBookApi {
    /// The figures of a bill, in their order; see [Figures].
    private static final List<String> FIGURES = List.of(
            "orders",
            "sales",
            "freight",
            "merchantCoupons",
            "platformCoupons",
            "commission",
            "contributions",
            "constantReceived",
            "cashReceived",
            "constantExchanged",
            "deductions",
            "refunds",
            "owed");

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
        for (String figure : FIGURES) {
            columns.add(new Column<>(figure, bill -> figure(bill, figure)));
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
        return Reply.ok(BillApi.fields(book.one(callers.of(request), Asked.id(bill))));
    }

    @GetMapping({"/api/v1/operator/bills/{bill}/lines", "/api/v1/merchant/bills/{bill}/lines"})
    ResponseEntity<byte[]> lines(@PathVariable("bill") String bill, HttpServletRequest request) {
        var asked = Asked.of(request);
        Page<PostingBook.Line> page = book.lines(callers.of(request), Asked.id(bill), asked.wish());
        return Reply.ok(Fields.page(page, BillBookApi::line));
    }

    /// A posting with what it changes in what the merchant is owed.
    private static Map<String, Object> line(PostingBook.Line line) {
        Map<String, Object> fields = PostingApi.fields(line);
        fields.put("change", Figures.yuan(owed(line)));
        return fields;
    }

    private static long owed(PostingBook.Line line) {
        return -line.change(Account.MERCHANT);
    }

    @GetMapping({"/api/v1/operator/bills/{bill}/lines.csv", "/api/v1/merchant/bills/{bill}/lines.csv"})
    void linesAsCsv(@PathVariable("bill") String bill, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Query.of(request);
        Actor actor = callers.of(request);
        long id = Asked.id(bill);
        List<Column<PostingBook.Line>> columns = new ArrayList<>(PostingColumns.ALL);
        columns.add(new Column<>("change", line -> new BigDecimal(Figures.yuan(owed(line)))));
        Csv.send(response, "bill-" + id, null, columns, (Listing.Wish wish) -> book.lines(actor, id, wish));
    }
}
