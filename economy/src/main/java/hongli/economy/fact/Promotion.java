package hongli.economy.fact;

import hongli.economy.command.MemberId;

/// A member's tier changed; upwards by consumption, downwards only by a reversal.
///
/// @param tier the new tier, from 0 to 10
public record Promotion(MemberId member, int tier) {}
