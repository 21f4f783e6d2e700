package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// After-sales from end to end over HTTP: who stays silent, who exchanges, and what is shown as evidence.
class AfterSaleHttpTest extends Trading {
    private long delivered() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        String parcel = "{\"carrier\":\"顺丰\",\"number\":\"1\",\"lines\":[{\"line\":" + trade.line(checkout)
                + ",\"quantity\":1}]}";
        long id = house.post(trade.clerk, "/api/v1/merchant/orders/" + trade.order(checkout) + "/packages", parcel)
                .number("id");
        assertThat(house.post(trade.clerk, "/api/v1/merchant/packages/" + id + "/delivered", "")
                        .status())
                .isLessThan(300);
        return checkout;
    }

    private Told ask(long checkout, String kind, String evidence) throws IOException, InterruptedException {
        return house.post(
                trade.buyer,
                "/api/v1/mall/after-sales",
                "{\"line\":" + trade.line(checkout) + ",\"kind\":\"" + kind
                        + "\",\"quantity\":1,\"deduction\":\"0.00\"," + "\"reason\":\"坏了\"" + evidence + "}");
    }

    private Told step(String token, String side, Told found, String step, String fields)
            throws IOException, InterruptedException {
        String body = "{\"version\":" + found.number("version") + fields + "}";
        Told told = house.post(token, "/api/v1/" + side + "/after-sales/" + found.number("id") + "/" + step, body);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return told;
    }

    private Told show(Told found) throws IOException, InterruptedException {
        return house.fetch(trade.buyer, "/api/v1/mall/after-sales/" + found.number("id"));
    }

    private long back(long checkout) {
        return trade.number(
                "select coalesce(sum(amount_fen), 0)::bigint number from mall.refund"
                        + " where status = 'done' and order_id = ?",
                trade.order(checkout));
    }

    @Test
    void tellsTheNumberByWhichPeopleKnowTheOrder() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        Told asked = ask(checkout, "refund", "");
        long order = trade.order(checkout);
        Object number = house.fetch(trade.buyer, "/api/v1/mall/orders/" + order).at("number");
        assertThat(show(asked).at("order_number")).isEqualTo(number);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/after-sales?order=" + order)
                        .list("items"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("order_number", number));
    }

    @Test
    void takesAMerchantsSilenceForConsent() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        Told asked = ask(checkout, "refund", "");
        assertThat(asked.at("due_at")).isNotNull();
        trade.pass(Duration.ofDays(3).minusMinutes(1));
        assertThat(show(asked).at("status")).isEqualTo("asked");
        assertThat(back(checkout)).isZero();
        trade.pass(Duration.ofMinutes(1));
        assertThat(show(asked).at("status")).isEqualTo("done");
        assertThat(back(checkout)).isEqualTo(100_00);
        assertThat(show(asked).list("events"))
                .extracting(event -> event.get("actor") + " " + event.get("status"))
                .endsWith("house agreed", "house done");
    }

    @Test
    void closesAReturnThatTheBuyerDoesNotSendBack() throws IOException, InterruptedException {
        long checkout = delivered();
        Told agreed = step(trade.clerk, "merchant", ask(checkout, "return", ""), "agree", "");
        trade.pass(Duration.ofDays(7).minusMinutes(1));
        assertThat(show(agreed).at("status")).isEqualTo("agreed");
        trade.pass(Duration.ofMinutes(1));
        assertThat(show(agreed).at("status")).isEqualTo("closed");
        assertThat(back(checkout)).isZero();
        assertThat(house.post(
                                trade.buyer,
                                "/api/v1/mall/after-sales/" + agreed.number("id") + "/send-back",
                                "{\"version\":" + show(agreed).number("version")
                                        + ",\"carrier\":\"顺丰\",\"number\":\"9\"}")
                        .code())
                .isEqualTo("after_sale_status_differs");
    }

    @Test
    void paysAReturnThatTheMerchantDoesNotAcknowledge() throws IOException, InterruptedException {
        long checkout = delivered();
        Told agreed = step(trade.clerk, "merchant", ask(checkout, "return", ""), "agree", "");
        Told sent = step(trade.buyer, "mall", agreed, "send-back", ",\"carrier\":\"顺丰\",\"number\":\"SF9\"");
        trade.pass(Duration.ofDays(10).minusMinutes(1));
        assertThat(show(sent).at("status")).isEqualTo("sent_back");
        trade.pass(Duration.ofMinutes(1));
        assertThat(show(sent).at("status")).isEqualTo("done");
        assertThat(back(checkout)).isEqualTo(100_00);
    }

    @Test
    void closesARefusalThatNobodyAppeals() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        Told refused = step(trade.clerk, "merchant", ask(checkout, "refund", ""), "refuse", ",\"note\":\"没坏\"");
        trade.pass(Duration.ofDays(7));
        assertThat(show(refused).at("status")).isEqualTo("closed");
        Told again = ask(checkout, "refund", "");
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        Told refusedAgain = step(trade.clerk, "merchant", again, "refuse", "");
        Told appealed = step(trade.buyer, "mall", refusedAgain, "appeal", ",\"note\":\"看图\"");
        trade.pass(Duration.ofDays(30));
        assertThat(show(appealed).at("status")).isEqualTo("appealed");
        step(trade.operator, "operator", appealed, "decide", ",\"for_member\":true,\"note\":\"退\"");
        trade.settle();
        assertThat(show(appealed).at("status")).isEqualTo("done");
        assertThat(back(checkout)).isEqualTo(100_00);
    }

    @Test
    void exchangesWithoutMoneyAndKeepsTheCaseUntilTheOtherGoodsAreSent() throws IOException, InterruptedException {
        long checkout = delivered();
        Told agreed = step(trade.clerk, "merchant", ask(checkout, "exchange", ""), "agree", "");
        Told sent = step(trade.buyer, "mall", agreed, "send-back", ",\"carrier\":\"顺丰\",\"number\":\"SF9\"");
        Told received = step(trade.clerk, "merchant", sent, "receive", "");
        trade.pass(Duration.ofDays(30));
        assertThat(show(received).at("status")).isEqualTo("received");
        Told done = step(trade.clerk, "merchant", received, "replace", ",\"carrier\":\"圆通\",\"number\":\"YT1\"");
        assertThat(done.at("status")).isEqualTo("done");
        assertThat(back(checkout)).isZero();
        assertThat(show(done).list("events").getLast().get("note")).isEqualTo("圆通 YT1");
    }

    @Test
    void paintsEvidenceAnewAndShowsItToThoseOfTheCaseAlone() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        byte[] picture = picture(300, 200, "png");
        byte[] hiding = Arrays.copyOf(picture, picture.length + 20);
        System.arraycopy("<script>alert(1)".getBytes(StandardCharsets.UTF_8), 0, hiding, picture.length, 16);
        long id = bring(trade.buyer, hiding, "image/png").number("id");
        Told asked = ask(checkout, "refund", ",\"evidence\":[\"" + id + "\"]");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        Map<String, String> sides = Map.of("mall", trade.buyer, "merchant", trade.clerk, "operator", trade.operator);
        for (var side : sides.entrySet()) {
            byte[] shown = bytes(side.getValue(), "/api/v1/" + side.getKey() + "/evidence/" + id);
            assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("script");
            var read = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(shown)));
            assertThat(read.getWidth()).isEqualTo(300);
        }
        assertThat(house.fetch(trade.stranger, "/api/v1/mall/evidence/" + id).status())
                .isEqualTo(404);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/evidence/" + id).status())
                .isEqualTo(404);
        assertThat(house.fetch("", "/api/v1/mall/evidence/" + id).status()).isEqualTo(401);
        long theirs = bring(trade.stranger, picture, "image/png").number("id");
        assertThat(ask(checkout, "refund", ",\"evidence\":[\"" + theirs + "\"]").status())
                .isEqualTo(404);
    }

    @Test
    void takesNothingForEvidenceThatIsNoPicture() throws IOException, InterruptedException {
        for (byte[] content : List.of(
                "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                Arrays.copyOf(picture(50, 50, "jpeg"), 100),
                picture(50, 50, "gif"),
                wide())) {
            Told told = bring(trade.buyer, content, "image/png");
            assertThat(told.status()).as(told.body()).isBetween(400, 422);
        }
        assertThat(bring(trade.buyer, picture(10, 10, "png"), "text/html").status())
                .isEqualTo(415);
        assertThat(bring(trade.buyer, new byte[5_000_000], "image/jpeg").status())
                .isEqualTo(413);
        assertThat(bring(trade.clerk, picture(10, 10, "png"), "image/png").status())
                .isEqualTo(403);
    }

    /// A picture that says it is 60000 pixels wide and high: whoever unpacks it runs out of memory.
    private static byte[] wide() throws IOException {
        byte[] picture = picture(10, 10, "png");
        for (int place : new int[] {18, 22}) {
            picture[place] = (byte) 0xea;
            picture[place + 1] = 0x60;
        }
        return picture;
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private Told bring(String token, byte[] content, String type) throws IOException, InterruptedException {
        return house.tell(house.ask("/api/v1/mall/evidence")
                .POST(BodyPublishers.ofByteArray(content))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token));
    }

    private byte[] bytes(String token, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = house.ask(path).header("Authorization", "Bearer " + token);
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            return answer.body();
        }
    }
}
