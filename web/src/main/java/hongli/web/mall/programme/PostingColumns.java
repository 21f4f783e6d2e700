package hongli.web.mall.programme;

import hongli.mall.posting.PostingBook.Line;
import hongli.web.mall.Csv.Column;
import java.util.List;

/// The columns of postings as a file.
final class PostingColumns {
    static final List<Column<Line>> ALL = List.of(
            new Column<>("id", Line::id),
            new Column<>("at", Line::at),
            new Column<>("kind", Line::kind),
            new Column<>("debit", Line::debit),
            new Column<>("credit", Line::credit),
            new Column<>("amount", Line::amount),
            new Column<>("merchant", Line::merchant),
            new Column<>("order", Line::order),
            new Column<>("number", Line::number),
            new Column<>("checkout", Line::checkout),
            new Column<>("key", Line::key));

    private PostingColumns() {}
}
