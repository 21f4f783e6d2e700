package hongli.app.serve;

import hongli.app.serve.Crowd.Sent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What one client sends: mostly orders of its own members, and a little of everything else; now and then a command it
/// has sent before, under the same key.
final class Habits {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final int round;
    private final int client;
    private final SplittableRandom random;
    private final List<Sent> earlier = new ArrayList<>();
    private int count;
    private int orders;

    Habits(int round, int client) {
        this.round = round;
        this.client = client;
        this.random = new SplittableRandom(round * 1_000L + client);
    }

    Sent next() {
        if (!earlier.isEmpty() && random.nextInt(20) == 0) {
            return earlier.get(random.nextInt(earlier.size()));
        }
        var sent = new Sent("r%d-c%d-%d".formatted(round, client, ++count), command());
        earlier.add(sent);
        return sent;
    }

    private String command() {
        if (count == 1) {
            return "{\"type\":\"member.joined\",\"member\":\"%s\"%s}"
                    .formatted(member(), round > 1 ? ",\"referrer\":\"%s\"".formatted(name(round - 1, client)) : "");
        }
        return switch (random.nextInt(20)) {
            case 0 ->
                "{\"type\":\"points.redeemed\",\"member\":\"%s\",\"points\":\"%s\"}".formatted(member(), points());
            case 1 -> "{\"type\":\"cash.withdrawn\",\"member\":\"%s\",\"amount\":\"0.01\"}".formatted(member());
            case 2 ->
                "{\"type\":\"points.converted\",\"member\":\"%s\",\"points\":\"%s\"}".formatted(member(), points());
            case 3 -> "{\"type\":\"order.reversed\",\"order\":\"%s\"}".formatted(order(random.nextInt(orders + 1)));
            case 4 ->
                "{\"type\":\"funds.held\",\"hold\":\"%s-%d\",\"member\":\"%s\",\"asset\":\"cash\",\"amount\":\"0.02\"}"
                        .formatted(member(), count, member());
            case 5 -> "{\"type\":\"day.closed\",\"date\":\"%s\"}".formatted(FIRST_DAY.plusDays(day()));
            default ->
                "{\"type\":\"order.settled\",\"order\":\"%s\",\"member\":\"%s\",\"amount\":\"%d.%02d\"}"
                        .formatted(order(++orders), member(), random.nextInt(1, 500), random.nextInt(100));
        };
    }

    private int day() {
        return round * 40 + count / 8;
    }

    private String points() {
        return "%d.%06d".formatted(random.nextInt(3), random.nextInt(1, 1_000_000));
    }

    private String order(int number) {
        return "%s-%d".formatted(member(), number);
    }

    private String member() {
        return name(round, client);
    }

    private static String name(int round, int client) {
        return "m" + round + "-" + client;
    }
}
