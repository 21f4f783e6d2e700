package hongli.app.sample;

import hongli.app.serve.Store;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The wine shop in a data folder, open like a server's.
public final class Shelf implements AutoCloseable {
    /// The shop's programme.
    public static final ProgrammeId WINE_SHOP = new ProgrammeId("wine-shop");

    private final Store store;

    private Shelf(Store store) {
        this.store = store;
    }

    /// Opens what is in `folder`.
    public static Shelf open(Path folder) {
        return new Shelf(Store.embedded(folder, LedgerSettings.standard()));
    }

    /// Opens `folder` with the sample in it.
    public static Shelf withSample(Path folder) {
        Shelf shelf = open(folder);
        new WineShop(shelf.store.ledger()).load();
        return shelf;
    }

    /// The canonical state of a programme.
    public String state(ProgrammeId id) {
        return store.ledger().read(id, Shelf::text).orElseThrow();
    }

    private static String text(View view) {
        var text = new StringBuilder();
        try {
            view.writeState(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
