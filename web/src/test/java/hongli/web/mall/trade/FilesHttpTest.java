package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/// Lists as files of CSV, out and in: no formula runs, and every bad line is named.
class FilesHttpTest extends Trading {
    @Test
    void writesFilesThatSpreadsheetsDoNotRun() throws IOException, InterruptedException {
        trade.checkout();
        String orders =
                house.fetch(trade.operator, "/api/v1/operator/orders.csv").body();
        assertThat(orders).contains("\"'=红酒 ×1\"").doesNotContain("\"=红酒");
        String members = house.fetch(trade.operator, "/api/v1/operator/members.csv?sort=id")
                .body();
        assertThat(members).startsWith("\ufeffid,name,phone,").contains("****");
        assertThat(house.fetch(trade.operator, "/api/v1/operator/members.csv?limit=1")
                        .status())
                .isEqualTo(400);
    }

    private Told file(String token, String path, String text) throws IOException, InterruptedException {
        return house.tell(house.ask(path)
                .POST(BodyPublishers.ofString(text))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token));
    }

    @Test
    void takesFreightTemplatesInAndGivesThemOutAlike() throws IOException, InterruptedException {
        String path = "/api/v1/merchant/freights.csv";
        String head = "name,unit,freeFrom,region,first,firstPrice,next,nextPrice\r\n";
        String lines = "'=快递,piece,99.00,,1,8.00,1,2.00\r\n'=快递,piece,99.00,新疆,1,20.00,1,10.00\r\n";
        Told dry = file(trade.clerk, path + "?dry=true", head + lines);
        assertThat(dry.body()).contains("\"added\":1");
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/freights").list("items"))
                .isEmpty();
        assertThat(file(trade.clerk, path, head + lines).number("added")).isEqualTo(1);
        String out = house.fetch(trade.clerk, path).body();
        assertThat(out).contains("\"'=快递\",\"piece\",\"99.00\",\"新疆\",\"1\",\"20.00\",\"1\",\"10.00\"");
        assertThat(file(trade.clerk, path, out).number("changed")).isEqualTo(1);
        Told wrong = file(
                trade.clerk,
                path,
                head + "a,piece,,,0,8,1,2\r\n\r\nb,box,,,1,-8.00,1,2\r\nc,piece,,北京,1,8,1,2\r\nc,gram,,,1,8,1,2\r\n");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("lines[2].first", "lines[4].unit", "lines[4].firstPrice", "lines[6].unit");
        assertThat(file(trade.clerk, path, "nonsense\r\nx\r\n").body()).contains("lines[1]");
        assertThat(file(trade.rival, path, head).body()).contains("missing");
        assertThat(file(trade.buyer, path, head + lines).status()).isEqualTo(403);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/freights").list("items"))
                .hasSize(1);
    }

    @Test
    void takesCouponKindsInAndLeavesThoseThatAreThere() throws IOException, InterruptedException {
        String path = "/api/v1/operator/coupon-kinds.csv";
        String head = "id,name,threshold,off,offMillionths,most,stacks,mostIssued,eachMember,from,until\r\n";
        String taken = ",满减,100.00,10.00,,,true,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n";
        String sound = taken + ",九折,0,,100000,50.00,false,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n";
        assertThat(file(trade.operator, path + "?dry=true", head + sound).number("added"))
                .isEqualTo(2);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/coupon-kinds").list("items"))
                .isEmpty();
        assertThat(file(trade.operator, path, head + sound).number("added")).isEqualTo(2);
        String out = house.fetch(trade.operator, path).body();
        assertThat(out).contains("\"满减\",\"100.00\",\"10.00\",\"\",\"\",\"true\"");
        Told again = file(trade.operator, path, out);
        assertThat(again.number("kept")).as(again.body()).isEqualTo(2);
        assertThat(again.number("added")).isZero();
        String own = "/api/v1/merchant/coupon-kinds.csv";
        assertThat(file(trade.clerk, own, head + sound).number("added")).isEqualTo(2);
        Told wrong = file(
                trade.clerk,
                own,
                head + ",大于门槛,5.00,10.00,,,,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n"
                        + ",两种,0,1.00,100000,,,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n");
        assertThat(wrong.body()).contains("lines[3].off");
        Told unsound = file(
                trade.clerk, own, head + ",大于门槛,5.00,10.00,,,,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n");
        assertThat(unsound.body()).contains("lines[2]", "a threshold not below the amount");
        Told theirs = file(
                trade.rival,
                own,
                "merchant," + head + "1,,满减,100.00,10.00,,,true,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n");
        assertThat(theirs.status()).isEqualTo(400);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/coupon-kinds").list("items"))
                .hasSize(2);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/coupon-kinds").list("items"))
                .isEmpty();
    }
}
