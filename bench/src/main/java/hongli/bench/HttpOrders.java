package hongli.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The requests of one connection, written once and given new digits each time, and what their answers must say.
///
/// Requests and answers are looked at as cheaply as can be: this client eats from the plate of the server it measures.
final class HttpOrders implements Requests {
    private static final int MEMBERS = 10_000;
    private static final int NUMBER_DIGITS = 10;
    private static final int MEMBER_DIGITS = 5;
    private static final String COMMAND =
            "\"type\":\"order.settled\",\"order\":\"o0000000000\",\"member\":\"m00000\"," + "\"amount\":\"000.00\"}";
    private static final String LINE = "{\"key\":\"k0000000000\"," + COMMAND + "\n";

    private final AtomicLong numbers;
    private final int size;
    private final RandomGenerator random;
    private final byte[] request;

    /// Where the digits of the first order stand, and how far it is to those of the next.
    private final int keyAt;
    private final int commandAt;

    private HttpOrders(AtomicLong numbers, int seed, int size, String request) {
        this.numbers = numbers;
        this.size = size;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.request = request.getBytes(StandardCharsets.ISO_8859_1);
        this.keyAt = request.indexOf("k0000000000") + 1;
        this.commandAt = request.indexOf(COMMAND);
    }

    /// Orders one at a time.
    static HttpOrders singly(String programme, AtomicLong numbers, int seed) {
        String body = "{" + COMMAND;
        String head = head("/api/v1/programmes/" + programme + "/commands", "application/json", body.length());
        return new HttpOrders(numbers, seed, 1, head + "Idempotency-Key: k0000000000\r\n\r\n" + body);
    }

    /// Orders `size` at a time; `more` are header lines besides.
    static HttpOrders batched(String programme, AtomicLong numbers, int seed, int size, String more) {
        String body = LINE.repeat(size);
        String path = "/api/v1/programmes/" + programme + "/commands/batch";
        return new HttpOrders(
                numbers, seed, size, head(path, "application/x-ndjson", body.length()) + more + "\r\n" + body);
    }

    /// The lines that let all members join, each but the first referred by one before.
    static String joins(int from, int to) {
        var lines = new StringBuilder();
        for (int i = from; i < Math.min(to, MEMBERS); i++) {
            lines.append(String.format("{\"key\":\"j%d\",\"type\":\"member.joined\",\"member\":\"m%05d\"", i, i));
            lines.append(i == 0 ? "}\n" : String.format(",\"referrer\":\"m%05d\"}%n", (i - 1) / 3));
        }
        return lines.toString();
    }

    private static String head(String path, String type, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n";
    }

    /// The same bytes with other digits.
    @Override
    public ByteBuffer next() {
        long number = numbers.getAndAdd(size);
        int orderAt = commandAt + COMMAND.indexOf("o0000000000") + 1;
        int memberAt = commandAt + COMMAND.indexOf("m00000") + 1;
        int amountAt = commandAt + COMMAND.indexOf("000.00");
        for (int i = 0; i < size; i++) {
            int shift = i * LINE.length();
            put(keyAt + shift, number + i, NUMBER_DIGITS);
            put(orderAt + shift, number + i, NUMBER_DIGITS);
            put(memberAt + shift, random.nextInt(MEMBERS), MEMBER_DIGITS);
            put(amountAt + shift, random.nextInt(1, 500), 3);
            put(amountAt + shift + 4, random.nextInt(100), 2);
        }
        return ByteBuffer.wrap(request);
    }

    private void put(int at, long number, int digits) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            request[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /// Fails unless `body` says that every order was applied.
    @Override
    public int check(String body) {
        int lines = 0;
        int begin = 0;
        while (begin < body.length()) {
            int end = body.indexOf('\n', begin);
            if (end < 0) {
                end = body.length();
            }
            int applied = body.indexOf("\"applied\":true", begin);
            if (applied < 0 || applied > end) {
                throw new IllegalStateException("every order must be applied: answer=" + body.substring(begin, end));
            }
            lines++;
            begin = end + 1;
        }
        if (lines != size) {
            throw new IllegalStateException("every order must be answered: orders=" + size + ", lines=" + lines);
        }
        return size;
    }
}
