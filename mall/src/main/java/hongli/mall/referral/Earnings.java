package hongli.mall.referral;

import hongli.economy.exact.Points;
import hongli.mall.table.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Knows what members were granted because others whom they brought bought something. A port: the ledger's statements
/// know.
@FunctionalInterface
public interface Earnings {
    /// Nothing is known.
    Earnings UNKNOWN = _ -> new Page<>(List.of(), Optional.empty());

    /// What is asked for.
    ///
    /// @param referrer whose earnings
    /// @param referred earned by this member's orders only, where it is given
    /// @param cursor what an earlier page gave as next
    record Question(
            long referrer, OptionalLong referred, @Nullable String cursor, int limit) {}

    /// One grant, or what a return took of it.
    ///
    /// @param referred whose order it was
    /// @param level 1 where the referrer brought them, 2 where somebody did whom the referrer brought
    /// @param order the order, or the part of one, as the programme knows it
    /// @param isReversal whether these points went back
    /// @param why the formula by which it came about, as the statement tells it
    record Earned(long referred, int level, String order, Points points, boolean isReversal, Instant at, String why) {}

    /// Newest first.
    Page<Earned> of(Question question);
}
