package hongli.web.mall.goods;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodsApiTest {
    private static final String OFFER = "\"title\":\"长城干红 <script>alert(1)</script>\",\"pictures\":[],"
            + "\"variants\":[{\"sku\":\"%s\",\"price\":\"99.00\",\"cost\":\"40.00\","
            + "\"specification\":[{\"name\":\"颜色\",\"value\":\"红\"}]}]";

    private final Counterparts people = new Counterparts();

    @AfterAll
    void close() {
        people.house.close();
    }

    @Test
    void goFromADraftToTheCustomersPage() throws IOException, InterruptedException {
        long id = created("RED-1");
        Told unseen = people.house.fetch("", "/api/v1/mall/goods/" + id);
        assertThat(unseen.status()).isEqualTo(404);
        shelve(id);
        Told page = people.house.fetch("", "/api/v1/mall/goods/" + id);
        assertThat(page.at("title")).isEqualTo("长城干红 <script>alert(1)</script>");
        assertThat(page.list("choices").getFirst())
                .containsEntry("price", "99.00")
                .containsEntry("specification", List.of(Map.of("name", "颜色", "value", "红")));
        assertThat(page.body()).doesNotContain("40.00", "cost");
        Told found = people.house.fetch(people.member, "/api/v1/mall/goods?text=%E7%BA%A2&sort=price&limit=5");
        assertThat(found.list("items"))
                .anyMatch(item -> String.valueOf(item.get("id")).equals(id + ""));
    }

    @Test
    void tellTheOperatorWhatChanges() throws IOException, InterruptedException {
        long id = created("RED-2");
        assertThat(post(people.clerk, "/api/v1/merchant/goods/" + id + "/submit", "")
                        .status())
                .isEqualTo(200);
        Told proposal = people.house.fetch(people.operator, "/api/v1/operator/proposals/" + id);
        assertThat(proposal.list("differences"))
                .anyMatch(difference -> "variants[RED-2].price".equals(difference.get("field")));
        assertThat(people.house
                        .fetch(people.operator, "/api/v1/operator/proposals")
                        .list("items"))
                .isNotEmpty();
        Told rejected = post(
                people.operator,
                "/api/v1/operator/proposals/" + id + "/reject",
                "{\"version\":" + version(id) + ",\"reason\":\"图片不清\"}");
        assertThat(rejected.status()).isEqualTo(200);
        assertThat(people.house
                        .fetch(people.clerk, "/api/v1/merchant/goods/" + id)
                        .body())
                .contains("图片不清");
    }

    @Test
    void areNobodyElses() throws IOException, InterruptedException {
        long id = created("RED-3");
        for (String deed : new String[] {"submit", "shelve", "unshelve", "discard"}) {
            assertThat(post(people.rival, "/api/v1/merchant/goods/" + id + "/" + deed, "")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(people.house
                        .fetch(people.rival, "/api/v1/merchant/goods/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(people.house
                        .fetch(people.member, "/api/v1/merchant/goods/" + id)
                        .status())
                .isEqualTo(403);
        assertThat(people.house.fetch("", "/api/v1/merchant/goods/" + id).status())
                .isEqualTo(401);
        assertThat(people.house
                        .fetch(people.clerk, "/api/v1/operator/goods/" + id)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"merchant\":1,",
                "\"status\":\"approved\",",
                "\"onShelf\":true,",
                "\"sold\":999999,",
                "\"search\":\"x\",",
                "\"category\":-1,",
                "\"category\":99999999999999999999999,",
                "\"pictures\":[1.5],"
            })
    void takeNoFieldThatIsNotTheirs(String planted) throws IOException, InterruptedException {
        Told told = post(
                people.clerk,
                "/api/v1/merchant/goods",
                "{" + planted + "\"kind\":\"physical\"," + OFFER.formatted("P") + "}");
        assertThat(told.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "\"-1\"", "\"0\"", "\"1e9\"", "\"99999999999999\"", "99", "null", "\"1.234\"", "\"NaN\""})
    void takeNoPriceThatIsNone(String price) throws IOException, InterruptedException {
        String body = "{\"kind\":\"physical\",\"title\":\"x\",\"variants\":[{\"sku\":\"x\",\"price\":" + price + "}]}";
        Told told = post(people.clerk, "/api/v1/merchant/goods", body);
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.list("faults")).anyMatch(fault -> "variants[0].price".equals(fault.get("field")));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/mall/goods/0,404",
        "/api/v1/mall/goods/-1,404",
        "/api/v1/mall/goods/99999999999999999999,404",
        "/api/v1/mall/goods/1%20or%201=1,404",
        "/api/v1/mall/goods?sort=search,400",
        "/api/v1/mall/goods?cursor=x,400",
        "/api/v1/mall/goods?cursor=YWJjHzU,400",
        "/api/v1/mall/goods?sort=price&cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTkfNQ,400",
        "/api/v1/mall/goods?limit=100000,400",
        "/api/v1/mall/goods?hidden=true,400",
        "/api/v1/mall/goods?from=-1,400",
        "/api/v1/mall/goods?text=%27%3B%20drop%20table%20mall.product%3B%20--,200",
        "/api/v1/mall/goods?text=%25_%5C,200",
        "/api/v1/mall/goods?text=%00,400",
        "/api/v1/mall/variants/1/days?from=2026-01-01&until=2099-01-01,400",
        "/api/v1/mall/pictures/1,404",
        "/api/v1/mall/categories,200",
        "/api/v1/mall/brands,200",
        "/api/v1/mall/mode,200"
    })
    void answerGuestsPlainly(String path, int status) throws IOException, InterruptedException {
        assertThat(people.house.fetch("", path).status()).isEqualTo(status);
    }

    @Test
    void havePicturesThatBrowsersKeep() throws IOException, InterruptedException {
        var request = people.house
                .ask("/api/v1/merchant/pictures")
                .header("Content-Type", "image/png")
                .header("Authorization", "Bearer " + people.clerk)
                .POST(BodyPublishers.ofByteArray(picture()));
        Told taken = people.house.tell(request);
        assertThat(taken.status()).isEqualTo(201);
        String path = "/api/v1/mall/pictures/" + taken.number("id");
        assertThat(people.house.fetch("", path).status()).isEqualTo(404);
        Told shown = people.house.fetch(people.clerk, path);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var again = people.house
                .ask(path)
                .header("Authorization", "Bearer " + people.clerk)
                .header("If-None-Match", shown.header("ETag"));
        assertThat(people.house.tell(again).status()).isEqualTo(304);
    }

    @Test
    void showTheirPicturesToWhomeverWorksThereBeforeTheyAreOffered() throws IOException, InterruptedException {
        var request = people.house
                .ask("/api/v1/merchant/pictures")
                .header("Content-Type", "image/png")
                .header("Authorization", "Bearer " + people.clerk)
                .POST(BodyPublishers.ofByteArray(picture()));
        String name = "pictures/" + people.house.tell(request).number("id");
        String cookie = "hongli_worker=" + people.clerk;
        assertThat(people.house
                        .tell(people.house.ask("/api/v1/merchant/" + name).header("Cookie", cookie))
                        .status())
                .isEqualTo(200);
        assertThat(people.house
                        .tell(people.house.ask("/api/v1/mall/" + name).header("Cookie", cookie))
                        .status())
                .isEqualTo(404);
        assertThat(people.house.fetch("", "/api/v1/merchant/" + name).status()).isEqualTo(401);
    }

    @Test
    void comeAndGoAsFiles() throws IOException, InterruptedException {
        String good = "商品,货号,类型,标题,售价,库存\r\na,CSV-1,实物,文件红酒,12.50,3\r\n";
        Told dry = csv("/api/v1/merchant/goods.csv?dry=true", good);
        assertThat(dry.number("created")).isEqualTo(1);
        assertThat(people.house
                        .fetch(people.clerk, "/api/v1/merchant/goods.csv")
                        .body())
                .doesNotContain("CSV-1");
        assertThat(csv("/api/v1/merchant/goods.csv", good).status()).isEqualTo(200);
        assertThat(people.house
                        .fetch(people.clerk, "/api/v1/merchant/goods.csv")
                        .body())
                .contains("CSV-1");
        Told bad = csv("/api/v1/merchant/goods.csv?dry=true", good + "b,CSV-2,实物,,abc,1\r\n");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.list("faults"))
                .extracting(fault -> fault.get("field"))
                .contains("lines[3].title", "lines[3].price");
    }

    @Test
    void areDeliveredByTemplatesAndSoldByMerchantsThatWereLetIn() throws IOException, InterruptedException {
        String template = "{\"name\":\"普通\",\"unit\":\"piece\",\"rates\":[{\"first\":1,\"firstPrice\":\"10.00\","
                + "\"next\":1,\"nextPrice\":\"2.00\"}]}";
        Told freight = post(people.clerk, "/api/v1/merchant/freights", template);
        assertThat(freight.status()).isEqualTo(201);
        assertThat(people.house
                        .tell(people.rival, "DELETE", "/api/v1/merchant/freights/" + freight.number("id"), "")
                        .status())
                .isEqualTo(404);
        String application = "{\"name\":\"新店\",\"contact\":\"139\",\"licence\":\"91\"}";
        Told applied = post(people.member, "/api/v1/mall/merchant-applications", application);
        String accept = "/api/v1/operator/merchants/" + applied.number("id") + "/accept";
        String terms = "{\"entryFee\":\"1000.00\",\"commissionMillionths\":50000}";
        assertThat(post(people.clerk, accept, terms).status()).isEqualTo(403);
        assertThat(post(people.operator, accept, terms).status()).isEqualTo(200);
        assertThat(post(people.operator, accept, terms).status()).isEqualTo(409);
        Told list = people.house.fetch(people.operator, "/api/v1/operator/merchants?status=accepted");
        assertThat(list.list("items").getFirst()).containsEntry("entryFee", "1000.00");
        Told days = people.house.fetch(people.clerk, "/api/v1/merchant/statistics?from=2026-03-01&until=2026-03-07");
        assertThat(days.list("items")).hasSize(7);
    }

    private long created(String sku) throws IOException, InterruptedException {
        String body = "{\"kind\":\"physical\"," + OFFER.formatted(sku) + "}";
        Told told = post(people.clerk, "/api/v1/merchant/goods", body);
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        return told.number("id");
    }

    private void shelve(long id) throws IOException, InterruptedException {
        post(people.clerk, "/api/v1/merchant/goods/" + id + "/submit", "");
        String approve = "/api/v1/operator/proposals/" + id + "/approve";
        assertThat(post(people.operator, approve, "{\"version\":" + version(id) + "}")
                        .status())
                .isEqualTo(200);
        assertThat(post(people.clerk, "/api/v1/merchant/goods/" + id + "/shelve", "")
                        .status())
                .isEqualTo(200);
    }

    private String version(long id) throws IOException, InterruptedException {
        Told whole = people.house.fetch(people.operator, "/api/v1/operator/goods/" + id);
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(whole.at("product"))).get("version"));
    }

    private Told post(String token, String path, String body) throws IOException, InterruptedException {
        return people.house.post(token, path, body);
    }

    private Told csv(String path, String file) throws IOException, InterruptedException {
        return people.house.tell(people.house
                .ask(path)
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + people.clerk)
                .POST(BodyPublishers.ofString(file)));
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
