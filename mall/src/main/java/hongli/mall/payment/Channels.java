package hongli.mall.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The channels that this mall takes money by, each under its name.
public final class Channels {
    private final Map<String, PayChannel> byName;

    public Channels(List<? extends PayChannel> channels) {
        byName = channels.stream().collect(Collectors.toUnmodifiableMap(PayChannel::name, Function.identity()));
    }

    public PayChannel named(String name) {
        PayChannel channel = byName.get(name);
        if (channel == null) {
            throw PaymentGround.CHANNEL_UNKNOWN.with("channel", name);
        }
        return channel;
    }

    /// The names, in order.
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }
}
