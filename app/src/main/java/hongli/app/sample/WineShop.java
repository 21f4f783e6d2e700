package hongli.app.sample;

import hongli.app.backtest.OrderSheet;
import hongli.app.replay.TermsFile;
import hongli.economy.command.Command;
import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.Ledger.Opening;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.web.SampleShop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The wine shop, loaded into a ledger: its orders played once, then submitted under keys that are always the same, so
/// that loading it again changes nothing.
public final class WineShop implements SampleShop {
    /// What the columns of the shop's orders mean.
    public static final String COLUMNS = "member=会员,time=下单时间,amount=瓶数*单价,order=订单号,item=酒款,quantity=瓶数";

    /// Days in which a bottle may be returned.
    public static final int SETTLE_AFTER = 7;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String NAME = "小酒馆样例 Wine shop sample";
    private static final String FOLDER = "/samples/wine-shop/";
    private static final int MOST_IDS = 100;

    private final Ledger ledger;

    public WineShop(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The shop's parameters.
    public static Terms terms() {
        try (InputStream in = resource("programme.json")) {
            return TermsFile.read("programme.json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that happened in the shop, as commands.
    public static List<Command> commands() {
        try (InputStream in = resource("orders.csv")) {
            return new OrderSheet(COLUMNS, ZONE, SETTLE_AFTER).commands(terms(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Loaded load() {
        ProgrammeId programme = open();
        List<Submission> submissions = new ArrayList<>();
        for (Command command : commands()) {
            submissions.add(new Submission(new Key("sample-" + (submissions.size() + 1)), command));
        }
        for (Answer answer : ledger.submit(programme, submissions)) {
            if (!(answer instanceof Answer.Decided)) {
                throw new JournalUnavailable(
                        "the sample must be taken whole: answer=" + answer, new IllegalStateException());
            }
        }
        return new Loaded(programme, submissions.size());
    }

    /// Opens the programme, beside those of other people that have its id.
    private ProgrammeId open() {
        for (int attempt = 1; attempt <= MOST_IDS; attempt++) {
            var id = new ProgrammeId(attempt == 1 ? "wine-shop" : "wine-shop-" + attempt);
            if (ledger.open(id, NAME, terms()) != Opening.TAKEN) {
                return id;
            }
        }
        throw new IllegalStateException("one of the ids must be free: attempts=" + MOST_IDS);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(WineShop.class.getResourceAsStream(FOLDER + name), name);
    }
}
