package hongli.app.passage;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.disk.Draft;
import hongli.app.disk.Parcel;
import hongli.app.serve.Place;
import hongli.ledger.JournalBroken;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Head;
import hongli.ledger.passage.Export;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.StillView;
import hongli.ledger.postgres.TablesDiffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes one programme with all its history as open files, while the server runs or not.
@Command(name = "export", sortOptions = false, sortSynopsis = false)
public final class ExportCommand implements Callable<Integer> {
    private final Console console;
    private final String version;

    @Option(names = "--programme", required = true, paramLabel = "ID", descriptionKey = "export.programme")
    private String programme = "";

    @Option(names = "--to", required = true, paramLabel = "DIR|FILE.zip", descriptionKey = "export.to")
    private Path to = Path.of("");

    @Mixin
    private Place place = new Place();

    /// @param version which Hongli this is
    public ExportCommand(Console console, String version) {
        this.console = console;
        this.version = version;
    }

    @Override
    public Integer call() {
        try (Parcel parcel = Parcel.of(to)) {
            Head head;
            try (Database database = place.visit(console);
                    StillView view = StillView.of(database.connections())) {
                head = write(view, parcel);
            }
            parcel.keep();
            console.print(
                    "%s：%,d 条命令，链尾 %s".formatted(head.programme(), head.position(), head.hash()),
                    "%s: %,d commands, end of chain %s".formatted(head.programme(), head.position(), head.hash()));
            console.print("已导出到 " + to, "exported to " + to);
            return 0;
        } catch (IOException e) {
            throw Draft.unwritable(to, e);
        } catch (DatabaseUnavailable | JournalUnavailable | JournalBroken | TablesDiffer e) {
            throw Place.complaint(e);
        }
    }

    private Head write(StillView view, Parcel parcel) throws IOException {
        List<Charter> charters = view.pages().programmes();
        Charter charter = charters.stream()
                .filter(each -> each.id().text().equals(programme))
                .findFirst()
                .orElseThrow(() -> unknown(charters));
        long last = view.heads().stream()
                .filter(head -> head.programme().equals(charter.id()))
                .mapToLong(Head::position)
                .sum();
        var progress = new Progress(console, new Text("导出", "exporting"), new Text("条", "commands"));
        try {
            return new Export(view.pages(), charter, version).write(last, parcel, twice(last, progress));
        } finally {
            progress.finish();
        }
    }

    /// The commands go by once for the journal, and once for the postings.
    private static LongConsumer twice(long last, Progress progress) {
        return new LongConsumer() {
            private long before;
            private long done;

            @Override
            public void accept(long position) {
                done += position > before ? position - before : position;
                before = position;
                progress.report(done / 2, done / (2.0 * Math.max(1, last)));
            }
        };
    }

    private Complaint unknown(List<Charter> charters) {
        String ids = charters.stream().map(each -> each.id().text()).collect(Collectors.joining(", "));
        return Complaint.failure(
                "没有这个计划：" + programme + "；现有：" + ids, "no such programme: " + programme + "; there are: " + ids);
    }
}
