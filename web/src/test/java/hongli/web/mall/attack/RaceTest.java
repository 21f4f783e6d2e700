package hongli.web.mall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import hongli.web.mall.attack.Cast.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The same request from many at the same moment: one is let in, and the others are told why not.
class RaceTest extends Staged {
    private static final int RACERS = 8;

    private static List<Integer> race(Callable<Told> deed) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(RACERS);
        List<Integer> statuses = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(RACERS)) {
            List<Future<Told>> futures = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return deed.call();
                }));
            }
            for (Future<Told> future : futures) {
                statuses.add(future.get().status());
            }
        }
        assertThat(statuses).allMatch(status -> status < 500);
        return statuses;
    }

    private long rows(String condition) {
        return cast.house.mall.tables().work(work -> work.number("select count(*) number from mall." + condition));
    }

    @Test
    void makesOneMemberOfManySignUps() throws InterruptedException, ExecutionException {
        String body = "{\"login\":\"13700000001\",\"password\":\"a good word 2026\"}";

        assertThat(race(() -> cast.house.post("", "/api/v1/mall/members", body)))
                .containsOnlyOnce(201)
                .contains(409);
        assertThat(rows("member where phone = '13700000001'")).isEqualTo(1);
    }

    @Test
    void keepsOneDefaultOfManyAddresses() throws InterruptedException, ExecutionException {
        String token = cast.token(Caller.STRANGER);
        String body = "{\"receiver\":\"王\",\"phone\":\"13800138000\",\"region\":\"广东省/深圳市\",\"street\":\"1\","
                + "\"isDefault\":true}";

        assertThat(race(() -> cast.house.post(token, "/api/v1/mall/me/addresses", body)))
                .containsOnly(201);
        assertThat(rows("address where is_default and member = " + cast.stranger))
                .isEqualTo(1);
    }

    @Test
    void takesOneApplicationOfAMember() throws InterruptedException, ExecutionException {
        String token = cast.token(Caller.STRANGER);
        String body = "{\"name\":\"店\",\"contact\":\"1\",\"licence\":\"1\"}";

        assertThat(race(() -> cast.house.post(token, "/api/v1/mall/merchant-applications", body)))
                .containsOnlyOnce(201);
        assertThat(rows("merchant where owner = " + cast.stranger)).isEqualTo(1);
    }

    @Test
    void redeemsACodeOnce() throws InterruptedException, ExecutionException, IOException {
        long voucher = cast.house
                .mall
                .tables()
                .work(work -> work.number("select min(id) number from mall.voucher where status = 'ready'"));
        String code = String.valueOf(cast.house
                .post(cast.token(Caller.VICTIM), "/api/v1/mall/vouchers/" + voucher + "/code", "")
                .at("code"));
        String clerk = cast.token(Caller.CLERK);
        assertThat(cast.house
                        .post(
                                cast.token(Caller.RIVAL_CLERK),
                                "/api/v1/merchant/codes/redeem",
                                "{\"code\":\"" + code + "\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);

        var statuses =
                race(() -> cast.house.post(clerk, "/api/v1/merchant/codes/redeem", "{\"code\":\"" + code + "\"}"));
        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void locksAMemberOutOnce() throws InterruptedException, ExecutionException {
        String token = cast.token(Caller.OPERATOR);
        long member = cast.stranger;

        assertThat(race(() ->
                        cast.house.post(token, "/api/v1/operator/members/" + member + "/lock", "{\"why\":\"x\"}")))
                .contains(204);
        assertThat(rows("trail where action = 'member.locked' and subject = " + member))
                .isEqualTo(1);
        cast.revive();
    }
}
