package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.MemoryJournal;
import hongli.web.House.Told;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private House house;

    @BeforeEach
    void open() {
        house = new House().withWine();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void opensAProgrammeOnce() throws IOException, InterruptedException {
        String wish = "{\"id\":\"tea\",\"name\":\"茶馆\",\"terms\":" + House.TERMS + "}";
        Told opened = house.post("/api/v1/programmes", wish);
        Told again = house.post("/api/v1/programmes", wish);
        Told other = house.post("/api/v1/programmes", wish.replace("茶馆", "别家"));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.at("name")).isEqualTo("茶馆");
        assertThat(opened.at("price")).isEqualTo("1.0000");
        assertThat(opened.at("pool")).isEqualTo("1.00");
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("programme_taken");
        assertThat(house.fetch("/api/v1/programmes").list("programmes")).hasSize(2);
    }

    @Test
    void looksAtTermsWithoutOpeningAnything() throws IOException, InterruptedException {
        String wish = "{\"id\":\"tea\",\"name\":\"茶馆\",\"terms\":" + House.TERMS + "}";
        Told sound = house.post("/api/v1/programmes?dry=true", wish);
        assertThat(sound.status()).as(sound.body()).isEqualTo(200);
        assertThat(sound.json()).containsOnlyKeys("id", "name", "terms");
        assertThat(house.fetch("/api/v1/programmes").list("programmes")).hasSize(1);
        assertThat(house.post("/api/v1/programmes?dry=true", wish.replace("0.30", "1.30"))
                        .code())
                .isEqualTo("terms_unsound");
        assertThat(house.post("/api/v1/programmes?dry=true", wish.replace("tea", "wine"))
                        .code())
                .isEqualTo("programme_taken");
        assertThat(house.post("/api/v1/programmes?dry=perhaps", wish).code()).isEqualTo("query_unsound");
    }

    @Test
    void showsWhatHappenedAtOnePosition() throws IOException, InterruptedException {
        house.submit("{\"type\":\"order.settled\",\"order\":\"e1\",\"member\":\"A\",\"amount\":\"9.00\"}", "e1");
        Object last = house.fetch("/api/v1/programmes/wine").at("position");
        Told one = house.fetch("/api/v1/programmes/wine/events/" + last);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.at("key")).isEqualTo("e1");
        assertThat(one.body()).contains("\"applied\":true", "\"transfers\":[");
        for (String none : List.of("0", "99", "-1", "x", "01", "99999999999999999999")) {
            Told told = house.fetch("/api/v1/programmes/wine/events/" + none);
            assertThat(told.status()).as(none).isEqualTo(404);
            assertThat(told.code()).isEqualTo("position_unknown");
        }
        assertThat(house.fetch("/api/v1/programmes/beer/events/1").code()).isEqualTo("programme_unknown");
    }

    @Test
    void namesEveryFaultOfUnsoundTermsAtOnce() throws IOException, InterruptedException {
        Told told = house.post("/api/v1/programmes", """
                {"id":"tea","name":"茶馆","terms":{"cap":"0","poolRate":"1.5","grantRate":"0.7","amountPerPoint":"1",\
                "quotaMultiple":2,"redemptionFee":"1","referralRates":["0.2","0.2","0.2"],"colour":"red"}}""");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.code()).isEqualTo("terms_unsound");
        List<Object> fields = new ArrayList<>();
        for (var fault : told.list("faults")) {
            assertThat(fault).containsKeys("field", "code", "expected", "found", "text");
            fields.add(fault.get("field"));
        }
        assertThat(fields)
                .contains("cap", "poolRate", "grantRate", "quotaMultiple", "redemptionFee", "referralRates", "colour");
    }

    @Test
    void refusesAProgrammeThatIsNotWellFormed() throws IOException, InterruptedException {
        for (String wish : List.of(
                "{}",
                "[]",
                "{\"id\":\"Tea!\",\"name\":\"x\",\"terms\":{}}",
                "{\"id\":\"tea\",\"name\":7,\"terms\":{}}",
                "{\"id\":\"tea\",\"name\":\"x\",\"terms\":[]}",
                "{\"id\":\"tea\",\"name\":\"x\",\"terms\":{},\"more\":1}",
                "{\"id\":\"tea\",\"name\":\"" + "x".repeat(201) + "\",\"terms\":{}}")) {
            Told told = house.post("/api/v1/programmes", wish);

            assertThat(told.status()).as(wish).isEqualTo(400);
            assertThat(told.code()).isEqualTo("programme_malformed");
        }
        assertThat(house.ledger.programmes()).containsExactly(new ProgrammeId("wine"));
    }

    @Test
    void showsAProgrammeWithItsTermsAndFunds() throws IOException, InterruptedException {
        house.submit("{\"type\":\"order.settled\",\"order\":\"o1\",\"member\":\"A\",\"amount\":\"100.00\"}", "o1");
        Told told = house.fetch("/api/v1/programmes/wine");

        assertThat(told.json())
                .containsEntry("id", "wine")
                .containsEntry("pool", "31.00")
                .containsEntry("circulating", "22.000000")
                .containsEntry("price", "1.4091")
                .containsEntry("fixedFund", "10.00000000000000")
                .containsKeys("terms", "openedAt", "residual", "tierFund", "withdrawn");
        assertThat(told.at("position")).hasToString("2");
        assertThat(house.fetch("/api/v1/programmes/beer").status()).isEqualTo(404);
    }

    @Test
    void writesTheCanonicalStateByteForByte() throws IOException, InterruptedException {
        var expected = new StringBuilder();
        house.ledger.read(new ProgrammeId("wine"), view -> {
            try {
                view.writeState(expected);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return true;
        });
        Told told = house.fetch("/api/v1/programmes/wine/state");

        assertThat(told.body()).isEqualTo(expected.toString()).endsWith("}\n");
        assertThat(told.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void showsAMemberWithTheValueOfItsPoints() throws IOException, InterruptedException {
        house.submit("{\"type\":\"order.settled\",\"order\":\"o1\",\"member\":\"A\",\"amount\":\"100.00\"}", "o1");
        Told told = house.fetch("/api/v1/programmes/wine/members/A");

        assertThat(told.json())
                .containsEntry("member", "A")
                .containsEntry("points", "21.000000")
                .containsEntry("value", "29.59")
                .containsEntry("quota", "200.00000000000000")
                .containsEntry("merchant", false);
        assertThat(house.fetch("/api/v1/programmes/wine/members/B").code()).isEqualTo("member_unknown");
    }

    @Test
    void findsMembersWhateverLettersTheirIdsHave() throws IOException, InterruptedException {
        for (String id : List.of("张三", "a/b", "a\\\\b", "..", "a b", "a?b", "a%b", "a;b=c", "a+b", "https://x")) {
            house.submit("{\"type\":\"member.joined\",\"member\":\"" + id + "\"}", "join-" + id);
            String plain = id.replace("\\\\", "\\");
            String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace(".", "%2E");
            Told told = house.fetch("/api/v1/programmes/wine/members/" + encoded);

            assertThat(told.at("member")).as(id).isEqualTo(plain);
            assertThat(house.fetch("/api/v1/programmes/wine/members/" + encoded + "/statement")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void pagesThroughMembersInOrderOfJoining() throws IOException, InterruptedException {
        for (int i = 0; i < 6; i++) {
            house.submit("{\"type\":\"member.joined\",\"member\":\"m" + i + "\"}", "m" + i);
        }
        List<Object> seen = new ArrayList<>();
        Object next = "0";
        while (next != null) {
            Told page = house.fetch("/api/v1/programmes/wine/members?limit=3&cursor=" + next);
            page.list("members").forEach(member -> seen.add(member.get("member")));
            next = page.at("next");
        }
        assertThat(seen).containsExactly("A", "m0", "m1", "m2", "m3", "m4", "m5");
        assertThat(house.fetch("/api/v1/programmes/wine/members?cursor=2147483647")
                        .list("members"))
                .isEmpty();
    }

    @Test
    void pagesThroughAStatementNewestFirst() throws IOException, InterruptedException {
        for (int i = 0; i < 4; i++) {
            house.submit(
                    "{\"type\":\"order.settled\",\"order\":\"o" + i + "\",\"member\":\"A\",\"amount\":\"100.00\"}",
                    "o" + i);
        }
        Told first = house.withReadModels().fetch("/api/v1/programmes/wine/members/A/statement?limit=5");
        Told second = house.fetch("/api/v1/programmes/wine/members/A/statement?limit=5&cursor=" + first.at("next"));

        assertThat(positions(first, "lines")).hasSize(5).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(positions(second, "lines")).hasSize(3).last().isEqualTo(2L);
        assertThat(second.json()).doesNotContainKey("next");
        assertThat(first.body())
                .contains(
                        "\"reason\":\"grant\"",
                        "\"account\":\"quota\"",
                        "\"subject\":\"o3\"",
                        "\"counter\":{\"account\":\"unissued\"}");
    }

    @Test
    void pagesThroughPrices() throws IOException, InterruptedException {
        for (int i = 0; i < 4; i++) {
            house.submit(
                    "{\"type\":\"order.settled\",\"order\":\"o" + i + "\",\"member\":\"A\",\"amount\":\"100.00\"}",
                    "o" + i);
        }
        Told first = house.withReadModels().fetch("/api/v1/programmes/wine/prices?limit=3");
        Told second = house.fetch("/api/v1/programmes/wine/prices?limit=3&cursor=" + first.at("next"));

        assertThat(positions(first, "prices")).isSorted().hasSize(3);
        assertThat(positions(second, "prices")).isSorted().last().isEqualTo(5L);
        assertThat(second.body()).contains("\"pool\":\"121.00\"", "\"price\":");
        assertThat(second.list("prices").getLast())
                .containsEntry("issued", house.fetch("/api/v1/programmes/wine").at("issued"))
                .containsEntry("burned", house.fetch("/api/v1/programmes/wine").at("burned"));
        assertThat(positions(house.fetch("/api/v1/programmes/wine/prices?points=3"), "prices"))
                .hasSizeBetween(2, 3)
                .startsWith(0L)
                .endsWith(5L);
    }

    @Test
    void loadsTheSampleShopOnce() throws IOException, InterruptedException {
        Told told = house.post("/api/v1/sample", "{}");
        Told shop = house.fetch("/api/v1/programmes/wine-shop");
        Told again = house.post("/api/v1/sample", "{}");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.at("programme")).isEqualTo("wine-shop");
        assertThat(shop.at("position")).hasToString(String.valueOf(told.at("commands")));
        assertThat(again.body()).isEqualTo(told.body());
        assertThat(house.fetch("/api/v1/programmes/wine-shop").body()).isEqualTo(shop.body());
    }

    @Test
    void tellsItsHealthAndItsFigures() throws IOException, InterruptedException {
        house.fetch("/api/v1/programmes/wine");

        assertThat(house.fetch("/healthz").at("status")).isEqualTo("up");
        assertThat(house.fetch("/metrics").body())
                .contains(
                        "hongli_position{programme=\"wine\"} 1.0",
                        "hongli_members{programme=\"wine\"} 1.0",
                        "hongli_queue 0.0",
                        "hongli_decisions_total 1.0",
                        "hongli_projector_lag",
                        "{method=\"GET\",route=\"/api/v1/programmes/{programme}\",status=\"200\"} 1",
                        "jvm_memory_used_bytes");
        assertThat(house.fetch("/metrics").header("Content-Type")).startsWith("text/plain;version=0.0.4");
    }

    @Test
    void measuresHowFarReadModelsLagBehindWritingThatNeverWaitsForThem() throws IOException, InterruptedException {
        var journal = new MemoryJournal();
        try (var slow = new House(null, journal).withWine().withReadModels()) {
            assertThat(slow.fetch("/metrics").body()).contains("hongli_projector_lag 0.0");
            synchronized (journal.models()) {
                slow.submit("{\"type\":\"member.joined\",\"member\":\"B\"}", "join-B");
                slow.submit("{\"type\":\"member.joined\",\"member\":\"C\"}", "join-C");

                assertThat(slow.fetch("/metrics").body())
                        .contains("hongli_projector_lag 2.0", "hongli_position{programme=\"wine\"} 3.0");
            }
            slow.withReadModels();
            assertThat(slow.fetch("/metrics").body()).contains("hongli_projector_lag 0.0");
        }
    }

    @Test
    void answersHeadAndOptionsPlainly() throws IOException, InterruptedException {
        var nothing = HttpRequest.BodyPublishers.noBody();

        assertThat(house.tell(house.ask("/api/v1/programmes").method("HEAD", nothing))
                        .status())
                .isEqualTo(200);
        assertThat(house.tell(house.ask("/api/v1/programmes").method("OPTIONS", nothing))
                        .header("Allow"))
                .contains("GET", "POST");
    }

    private static List<Long> positions(Told page, String list) {
        List<Long> positions = new ArrayList<>();
        for (var item : page.list(list)) {
            positions.add(Long.valueOf(String.valueOf(item.get("position"))));
        }
        return positions;
    }
}
