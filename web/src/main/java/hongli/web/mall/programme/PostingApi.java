package hongli.web.mall.programme;

import hongli.economy.fact.Transfer;
import hongli.mall.access.Actor;
import hongli.mall.bill.Figures;
import hongli.mall.order.OrderLists;
import hongli.mall.posting.Account;
import hongli.mall.posting.Kind;
import hongli.mall.posting.LedgerBook;
import hongli.mall.posting.PostingBook;
import hongli.mall.programme.ProgrammeRoom;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The books: from a number of the trial balance to its postings, and from a posting to what it follows from.
@RestController
final class PostingApi {
    private static final String[] FILTERS = {"account", "kind", "merchant", "order", "key", "from", "until"};

    private static final Pattern SOURCE = Pattern.compile("(payment|refund|bill|withdrawal):([0-9]{1,18})");

    private final Callers callers;
    private final PostingBook book;
    private final ProgrammeRoom programme;
    private final OrderLists orders;

    PostingApi(Callers callers, PostingBook book, ProgrammeRoom programme, OrderLists orders) {
        this.callers = callers;
        this.book = book;
        this.programme = programme;
        this.orders = orders;
    }

    @GetMapping("/api/v1/operator/postings")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        var asked = Asked.of(request, FILTERS);
        return Reply.ok(Fields.page(book.all(callers.of(request), filter(asked), asked.wish()), PostingApi::fields));
    }

    @GetMapping("/api/v1/merchant/postings")
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        var asked = Asked.of(request, FILTERS);
        return Reply.ok(Fields.page(book.own(callers.of(request), filter(asked), asked.wish()), PostingApi::fields));
    }

    @GetMapping("/api/v1/operator/postings.csv")
    void allAsCsv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        csv(request, response, book::all);
    }

    @GetMapping("/api/v1/merchant/postings.csv")
    void ownAsCsv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        csv(request, response, book::own);
    }

    /// Those postings that somebody may see.
    private interface Listed {
        Page<PostingBook.Line> page(Actor actor, PostingBook.Filter filter, Listing.Wish wish);
    }

    private void csv(HttpServletRequest request, HttpServletResponse response, Listed listed) throws IOException {
        var asked = Asked.only(request, "account", "kind", "merchant", "order", "key", "from", "until", "sort");
        var actor = callers.of(request);
        var filter = filter(asked);
        Csv.send(
                response,
                "postings",
                asked.text("sort", 40),
                PostingColumns.ALL,
                wish -> listed.page(actor, filter, wish));
    }

    /// What stands on an account as far as the filters go: the sum of its postings.
    @GetMapping("/api/v1/operator/postings/sums")
    ResponseEntity<byte[]> sums(HttpServletRequest request) {
        var asked = Asked.only(request, "account", "kind", "merchant", "order", "from", "until");
        Account account = asked.word("account", Account.class);
        if (account == null) {
            throw Query.unsound("account", "missing", "an account of the mall's books", "");
        }
        return Reply.ok(fields(book.sums(callers.of(request), account, filter(asked))));
    }

    /// What stands on the account of the clerk's own merchant.
    @GetMapping("/api/v1/merchant/postings/sums")
    ResponseEntity<byte[]> ownSums(HttpServletRequest request) {
        var asked = Asked.only(request, "kind", "order", "from", "until");
        var filter = new PostingBook.Filter(
                null,
                asked.word("kind", Kind.class),
                null,
                asked.number("order"),
                null,
                asked.time("from"),
                asked.time("until"));
        return Reply.ok(fields(book.ownSums(callers.of(request), filter)));
    }

    private static PostingBook.Filter filter(Asked asked) {
        return new PostingBook.Filter(
                asked.word("account", Account.class),
                asked.word("kind", Kind.class),
                asked.number("merchant"),
                asked.number("order"),
                asked.text("key", 200),
                asked.time("from"),
                asked.time("until"));
    }

    /// What moved on an account of the programme's own books.
    @GetMapping("/api/v1/operator/ledger/postings")
    ResponseEntity<byte[]> ledger(HttpServletRequest request) {
        var query = Query.of(request, "account", "cursor", "limit");
        var asked = Asked.only(request, "account", "cursor", "limit");
        var account = asked.word("account", hongli.economy.fact.Account.Kind.class);
        if (account == null) {
            throw Query.unsound("account", "missing", "an account of the ledger", "");
        }
        long after = query.number("cursor", -1, 0, Long.MAX_VALUE);
        LedgerBook.Lines lines = programme.ledgerLines(callers.of(request), account, after, asked.limit());
        var numbers = orders.numbers(lines.lines().stream()
                .flatMapToLong(line -> line.order().stream())
                .boxed()
                .toList());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "items",
                lines.lines().stream()
                        .map(line -> fields(line, account, numbers))
                        .toList());
        lines.next().ifPresent(next -> fields.put("next", Long.toString(next)));
        return Reply.ok(fields);
    }

    static Map<String, Object> fields(PostingBook.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", line.id());
        fields.put("key", line.key());
        fields.put("kind", Fields.word(line.kind()));
        fields.put("debit", Fields.word(line.debit()));
        fields.put("credit", Fields.word(line.credit()));
        fields.put("amount", line.amount().toString());
        line.merchant().ifPresent(merchant -> fields.put("merchant", merchant));
        line.order().ifPresent(order -> fields.put("order", order));
        line.number().ifPresent(number -> fields.put("number", number));
        line.checkout().ifPresent(checkout -> fields.put("checkout", checkout));
        source(line.key()).forEach(fields::put);
        fields.put("at", line.at().toString());
        return fields;
    }

    /// The payment, refund, bill or withdrawal that a posting follows from, where its key names one.
    private static Map<String, Object> source(String key) {
        var found = SOURCE.matcher(key);
        return found.matches() ? Map.of(found.group(1), Long.valueOf(found.group(2))) : Map.of();
    }

    private static Map<String, Object> fields(PostingBook.Sums sums) {
        return Map.of(
                "debit", sums.debit().toString(),
                "credit", sums.credit().toString(),
                "balance", Figures.yuan(sums.balanceFen()),
                "postings", sums.postings());
    }

    private static Map<String, @Nullable Object> fields(
            LedgerBook.Line line, hongli.economy.fact.Account.Kind account, Map<Long, String> numbers) {
        Transfer transfer = line.transfer();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("position", line.position());
        fields.put("at", line.at().toString());
        fields.put("key", line.key());
        fields.put("reason", Fields.word(transfer.reason()));
        fields.put("from", fields(transfer.from()));
        fields.put("to", fields(transfer.to()));
        fields.put("amount", LedgerBook.text(account, transfer.amount()));
        fields.put("change", LedgerBook.text(account, line.change(account)));
        line.order().ifPresent(order -> {
            fields.put("order", order);
            fields.put("number", numbers.get(order));
        });
        line.withdrawal().ifPresent(withdrawal -> fields.put("withdrawal", withdrawal));
        return fields;
    }

    private static Map<String, Object> fields(hongli.economy.fact.Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", Fields.word(account.kind()));
        var member = account.member();
        if (member != null) {
            fields.put("member", member.text());
        }
        return fields;
    }
}
