package hongli.app.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.app.serve.Store;
import hongli.ledger.LedgerSettings;
import hongli.mall.Mall;
import hongli.mall.login.Contact;
import hongli.mall.table.MallClock;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A demo that was restored to another folder.
final class Restored {
    private Restored() {}

    /// Opens it at the moment at which it was backed up.
    static void show(Path folder, Consumer<Mall> look) {
        try (Store store = Store.embedded(folder, LedgerSettings.standard().withClock(() -> SmallDemo.END))) {
            var config = new HikariConfig();
            config.setDataSource(store.database().connections());
            config.setMaximumPoolSize(4);
            try (var connections = new HikariDataSource(config)) {
                look.accept(Mall.open(connections, new MallClock(() -> SmallDemo.END, true), store.ledger()));
            }
        }
    }

    /// New rows get new numbers, and the programme is told of what was not told yet.
    static void goOn(Mall mall) {
        mall.tables().run(work -> mall.people().signUps().take(work, new Contact.Email("new@example.com"), "新会员"));
        mall.clock().advance(mall.tables(), java.time.Duration.ofDays(30));
        var _ = mall.timers().runDue();
        var _ = mall.programme().courier().sendAll();
    }
}
