package hongli.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One client of the mall over HTTP: places a checkout, begins to pay it, pays at the channel, and has
/// the channel tell the mall; then the next. The last two are the channel's part: it would tell by
/// itself too, but when is its own affair, so it is told to be silent until it is asked to tell.
final class MallBuyer implements Requests {
    private static final AtomicLong KEYS = new AtomicLong();

    private final RandomGenerator random;
    private final List<String> buyers;
    private final List<String> variants;
    private final long[] spent = new long[Step.values().length];
    private Step step = Step.PLACE;
    private String[] buyer = new String[0];
    private String at = "";
    private long sentAt;
    private long orders;

    /// What it does, and which of the answer is needed next.
    private enum Step {
        PLACE("\"id\":"),
        PAY("\"reference\":\""),
        CHARGE("\"notice\":"),
        TELL("\"outcome\":\"paid\"");

        private final String sign;

        Step(String sign) {
            this.sign = sign;
        }
    }

    /// @param buyers tokens with addresses
    /// @param variants of which each order buys one
    MallBuyer(int seed, List<String> buyers, List<String> variants) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.buyers = buyers;
        this.variants = variants;
    }

    @Override
    public ByteBuffer next() {
        String request = switch (step) {
            case PLACE -> place();
            case PAY -> request("/api/v1/mall/checkouts/" + at + "/payments", "{\"channel\":\"sandbox\"}");
            case CHARGE -> request("/api/v1/mall/sandbox/payments/" + at, "{\"lost\":true}");
            case TELL -> request("/api/v1/mall/sandbox/notices/" + at + "/deliver", "{}");
        };
        sentAt = System.nanoTime();
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String place() {
        buyer = buyers.get(random.nextInt(buyers.size())).split(" ", -1);
        String variant = variants.get(random.nextInt(variants.size()));
        return request(
                "/api/v1/mall/checkouts",
                "{\"key\":\"" + KEYS.incrementAndGet() + "\",\"address\":" + buyer[1] + ",\"lines\":[{\"variant\":"
                        + variant + ",\"quantity\":1}]}");
    }

    private String request(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + buyer[0]
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public int check(String body) {
        spent[step.ordinal()] += System.nanoTime() - sentAt;
        int found = body.indexOf(step.sign);
        if (found < 0) {
            throw new IllegalStateException("answer must hold " + step.sign + ": step=" + step + " answer=" + body);
        }
        at = word(body, found + step.sign.length());
        boolean last = step == Step.TELL;
        step = Step.values()[(step.ordinal() + 1) % Step.values().length];
        orders += last ? 1 : 0;
        return last ? 1 : 0;
    }

    /// The letters and digits from there.
    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    /// How long the steps took on the average of all of these, in milliseconds.
    static String steps(List<MallBuyer> all) {
        long orders = Math.max(1, all.stream().mapToLong(each -> each.orders).sum());
        var told = new StringBuilder();
        for (Step step : Step.values()) {
            long nanos =
                    all.stream().mapToLong(each -> each.spent[step.ordinal()]).sum();
            told.append(String.format("%s %.1f  ", step.name().toLowerCase(Locale.ROOT), nanos / 1e6 / orders));
        }
        return told.append("ms each on the average").toString();
    }
}
