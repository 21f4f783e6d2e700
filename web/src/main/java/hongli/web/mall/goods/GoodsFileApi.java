package hongli.web.mall.goods;

import hongli.mall.goodsfile.GoodsFiles;
import hongli.web.api.Body;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Goods as files of CSV.
@RestController
final class GoodsFileApi {
    private static final int MOST_BYTES = 8 << 20;

    private final Callers callers;
    private final GoodsFiles files;

    GoodsFileApi(Callers callers, GoodsFiles files) {
        this.callers = callers;
        this.files = files;
    }

    @GetMapping("/api/v1/merchant/goods.csv")
    ResponseEntity<byte[]> give(HttpServletRequest request) {
        Query.of(request);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"goods.csv\"")
                .body(files.give(callers.of(request)));
    }

    @PostMapping("/api/v1/merchant/goods.csv")
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        var query = Query.of(request, "dry", "submit");
        var wish = new GoodsFiles.Wish(query.flag("dry"), query.flag("submit"));
        var actor = callers.of(request);
        byte[] file = Body.read(
                request, MOST_BYTES, List.of("text/csv", "application/vnd.ms-excel", "application/octet-stream"));
        return Reply.ok(Fields.of(files.take(actor, file, wish)));
    }
}
