package hongli.mall.bill;

import hongli.economy.exact.Money;
import java.time.Instant;

/// Constant points that a merchant gave back to the programme, once.
///
/// @param position where the programme's journal tells of it
/// @param amount one yuan a constant point
public record Exchange(long position, Instant at, Money amount) {}
