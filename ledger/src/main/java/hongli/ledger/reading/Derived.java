package hongli.ledger.reading;

import java.util.List;

/// What a run of entries adds to the read models of one programme.
///
/// @param upTo the position of the last entry of the run
public record Derived(long upTo, List<Posting> postings, List<PricePoint> prices, List<DividendDay> dividends) {
    public Derived {
        postings = List.copyOf(postings);
        prices = List.copyOf(prices);
        dividends = List.copyOf(dividends);
    }
}
