package hongli.mall;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A source of connections that tells of every statement and every commit before and after it runs: whoever listens may
/// let it fail there, or end the process.
public final class WatchedSource {
    private WatchedSource() {}

    /// When something is told.
    public enum Moment {
        BEFORE,
        AFTER
    }

    /// Who is told.
    @FunctionalInterface
    public interface Watcher {
        /// A statement or a commit is about to run, or has just run; what is thrown is what the caller sees.
        void at(Moment moment) throws SQLException;
    }

    /// The same source, watched.
    public static DataSource of(DataSource real, Watcher watcher) {
        return watched(
                DataSource.class,
                real,
                (method, result) -> result instanceof Connection connection ? connection(connection, watcher) : result);
    }

    private static Connection connection(Connection real, Watcher watcher) {
        return proxy(Connection.class, (_, method, given) -> {
            boolean commits = method.getName().equals("commit");
            if (commits) {
                watcher.at(Moment.BEFORE);
            }
            Object result = invoked(real, method, given);
            if (commits) {
                watcher.at(Moment.AFTER);
            }
            return switch (result) {
                case PreparedStatement statement -> statement(PreparedStatement.class, statement, watcher);
                case Statement statement -> statement(Statement.class, statement, watcher);
                case null, default -> result;
            };
        });
    }

    private static <T extends Statement> T statement(Class<T> type, T real, Watcher watcher) {
        return proxy(type, (_, method, given) -> {
            boolean runs = method.getName().startsWith("execute");
            if (runs) {
                watcher.at(Moment.BEFORE);
            }
            Object result = invoked(real, method, given);
            if (runs) {
                watcher.at(Moment.AFTER);
            }
            return result;
        });
    }

    /// What becomes of a result.
    private interface Change {
        @Nullable
        Object of(Method method, @Nullable Object result);
    }

    private static <T> T watched(Class<T> type, T real, Change change) {
        return proxy(type, (_, method, given) -> change.of(method, invoked(real, method, given)));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoked(Object real, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(real, given);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
