package hongli.web.mall.goods;

import hongli.mall.picture.Pictures;
import hongli.web.api.Body;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Pictures in and out.
@RestController
final class PictureApi {
    private static final int MOST_BYTES = 6 << 20;

    private final Callers callers;
    private final Pictures pictures;

    PictureApi(Callers callers, Pictures pictures) {
        this.callers = callers;
        this.pictures = pictures;
    }

    @PostMapping("/api/v1/merchant/pictures")
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        byte[] file = Body.read(request, MOST_BYTES, List.of("image/jpeg", "image/png", "application/octet-stream"));
        return Reply.json(201, Fields.of(pictures.take(actor, file)));
    }

    /// The content of a number never changes, but who may see it does: a browser keeps it for an hour and asks again.
    /// Under the second address a browser tells who works here, and not which member it is.
    @GetMapping({"/api/v1/mall/pictures/{id}", "/api/v1/merchant/pictures/{id}"})
    ResponseEntity<byte[]> one(@PathVariable("id") String id, HttpServletRequest request) {
        var picture = pictures.one(callers.of(request), Asked.id(id));
        String tag = "\"" + picture.digest() + "\"";
        boolean known = tag.equals(request.getHeader("If-None-Match"));
        var answer = ResponseEntity.status(known ? 304 : 200)
                .header("Cache-Control", "private, max-age=3600")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag(tag);
        return known
                ? answer.build()
                : answer.contentType(MediaType.parseMediaType(picture.type())).body(picture.content());
    }
}
