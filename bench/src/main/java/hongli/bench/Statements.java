package hongli.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// How long the ways to the database and back take, statement by statement, and how long a connection is waited for.
final class Statements {
    private static final Pattern TABLE = Pattern.compile("(?:into|update|from)\\s+(mall\\.\\w+)");
    private static final int MOST_SHOWN = 24;

    private final Map<String, Times> times = new ConcurrentHashMap<>();

    private record Times(LongAdder count, LongAdder nanos) {
        void add(long since) {
            count.increment();
            nanos.add(System.nanoTime() - since);
        }
    }

    /// A source whose statements are timed.
    DataSource watch(DataSource source) {
        return proxy(DataSource.class, (_, method, values) -> {
            if (!method.getName().equals("getConnection")) {
                return invoke(source, method, values);
            }
            long begin = System.nanoTime();
            if (invoke(source, method, values) instanceof Connection connection) {
                times("waiting for a connection").add(begin);
                return watch(connection);
            }
            throw new IllegalStateException("a source must give a connection");
        });
    }

    private Connection watch(Connection connection) {
        return proxy(Connection.class, (_, method, values) -> {
            long begin = System.nanoTime();
            Object answer = invoke(connection, method, values);
            if (method.getName().equals("commit")) {
                times("commit").add(begin);
            }
            return answer instanceof PreparedStatement statement && values != null
                    ? watch(statement, label((String) values[0]))
                    : answer;
        });
    }

    private PreparedStatement watch(PreparedStatement statement, String label) {
        return proxy(PreparedStatement.class, (_, method, values) -> {
            long begin = System.nanoTime();
            Object answer = invoke(statement, method, values);
            if (method.getName().startsWith("execute")) {
                times(label).add(begin);
            }
            return answer;
        });
    }

    private Times times(String label) {
        return times.computeIfAbsent(label, _ -> new Times(new LongAdder(), new LongAdder()));
    }

    /// What is done to which tables: `select checkout + insert orders`.
    static String label(String sql) {
        return Stream.of(sql.split(";\n", -1))
                .map(part -> {
                    var table = TABLE.matcher(part);
                    String verb = part.strip().split("\\s+", 2)[0];
                    return table.find() ? verb + " " + table.group(1).substring("mall.".length()) : verb;
                })
                .collect(Collectors.joining(" + "));
    }

    void forget() {
        times.clear();
    }

    /// The share of each, the greatest first: milliseconds an order, ways an order, microseconds a way.
    String tell(long orders) {
        double count = Math.max(1, orders);
        double all =
                times.values().stream().mapToLong(each -> each.nanos().sum()).sum();
        long ways = times.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("waiting"))
                .mapToLong(each -> each.getValue().count().sum())
                .sum();
        var told = new StringBuilder(String.format(
                "    %.1f ways to the database an order, %.2f ms in all%n", ways / count, all / 1e6 / count));
        times.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        each -> -each.getValue().nanos().sum()))
                .limit(MOST_SHOWN)
                .forEach(each -> told.append(String.format(
                        "    %5.1f %%  %6.3f ms  %5.2f ×  %6.0f µs  %s%n",
                        100 * each.getValue().nanos().sum() / all,
                        each.getValue().nanos().sum() / 1e6 / count,
                        each.getValue().count().sum() / count,
                        each.getValue().nanos().sum()
                                / 1e3
                                / Math.max(1, each.getValue().count().sum()),
                        each.getKey())));
        return told.toString();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object on, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
