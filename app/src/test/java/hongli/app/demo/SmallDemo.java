package hongli.app.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.app.serve.Store;
import hongli.ledger.LedgerSettings;
import hongli.mall.Mall;
import hongli.mall.table.MallClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// A demo of a few days in a data folder.
public final class SmallDemo {
    /// The end of its last day, always the same.
    public static final Instant END = Instant.parse("2026-06-06T04:00:00Z");

    private SmallDemo() {}

    /// Fills `folder`, and shows it to `look` while it is open.
    public static void fill(Path folder, Scale scale, Consumer<Mall> look) {
        var stage = new Stage(END, scale);
        try (Store store = Store.embedded(folder, LedgerSettings.standard().withClock(stage))) {
            var config = new HikariConfig();
            config.setDataSource(store.database().connections());
            config.setMaximumPoolSize(4);
            config.setConnectionInitSql("set synchronous_commit = off");
            try (var connections = new HikariDataSource(config)) {
                Mall mall = Mall.open(connections, new MallClock(stage, true), store.ledger());
                new Demo(mall, store.ledger(), stage).fill((_, _) -> {});
                look.accept(mall);
            }
        }
    }
}
