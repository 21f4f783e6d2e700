package hongli.economy;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import org.jspecify.annotations.Nullable;

/// What one member holds at one moment, dividends of all closed days included.
///
/// @param points equity points
/// @param quota what may still come in dividends or forced sales
/// @param cash cash that is free
/// @param constant constant points that are free
/// @param heldCash cash under holds
/// @param heldConstant constant points under holds
/// @param granted all points ever granted less those of reversed orders
/// @param tier thresholds reached, from 0
public record Holding(
        MemberId member,
        boolean merchant,
        @Nullable MemberId referrer,
        Points points,
        PicoFen quota,
        PicoFen cash,
        Money constant,
        Money heldCash,
        Money heldConstant,
        Points granted,
        int tier) {}
