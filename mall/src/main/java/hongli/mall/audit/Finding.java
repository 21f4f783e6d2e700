package hongli.mall.audit;

/// One thing in the mall that does not hold.
///
/// @param rule what must hold
/// @param subject where it does not: an order's number, a key
/// @param found the numbers that contradict
public record Finding(String rule, String subject, String found) {}
