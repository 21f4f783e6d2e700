package hongli.web.mall.goods;

import hongli.mall.access.Permission;
import hongli.mall.goods.Stock;
import hongli.mall.merchant.Seller;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Stock, and the days of bookings, as those who sell change them.
@RestController
final class StockApi {
    private final Callers callers;
    private final Stock stock;

    StockApi(Callers callers, Stock stock) {
        this.callers = callers;
        this.stock = stock;
    }

    @PostMapping("/api/v1/merchant/variants/{id}/stock")
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        var change = change(form);
        form.end();
        return Reply.ok(Map.of("stock", stock.change(actor, Asked.id(id), change.by(), change.reason())));
    }

    @GetMapping("/api/v1/merchant/variants/{id}/days")
    ResponseEntity<byte[]> days(@PathVariable("id") String id, HttpServletRequest request) {
        var actor = Seller.requireMay(callers.of(request), Permission.GOODS_READ);
        var asked = Asked.of(request, "from", "until");
        var days = new Stock.Days(asked.date("from"), asked.date("until"));
        return Reply.ok(Fields.of(stock.days(actor, Asked.id(id), days)));
    }

    @PostMapping("/api/v1/merchant/variants/{id}/days")
    ResponseEntity<byte[]> changeDays(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        LocalDate from = form.day("from");
        LocalDate until = form.day("until");
        var change = change(form);
        form.end();
        stock.changeDays(actor, Asked.id(id), new Stock.Days(from, until), change);
        return Reply.ok(Map.of());
    }

    private static Stock.Change change(Form form) {
        return new Stock.Change(
                form.number("by", -Stock.MOST, Stock.MOST),
                form.findText("reason", 200).orElse(""));
    }
}
