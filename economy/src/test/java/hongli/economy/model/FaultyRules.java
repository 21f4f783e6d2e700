package hongli.economy.model;

import hongli.economy.exact.Points;
import hongli.economy.terms.Terms;
import java.math.BigInteger;

/// Models with one rule a little wrong: whoever compares them with the engine must find the difference.
public enum FaultyRules {
    /// What points are worth is rounded up to the next fen.
    VALUE_ROUNDED_UP {
        @Override
        EagerBooks books(Terms terms) {
            return new EagerBooks(terms) {
                @Override
                BigInteger value(BigInteger points) {
                    return terms.hasPool()
                            ? Numbers.divideUp(points.multiply(priceFen()), priceMicro())
                            : BigInteger.ZERO;
                }
            };
        }
    },
    /// Points for an order are rounded up to the next micro-point.
    POINTS_ROUNDED_UP {
        @Override
        EagerBooks books(Terms terms) {
            return new EagerBooks(terms) {
                @Override
                BigInteger pointsFor(BigInteger fen) {
                    return Numbers.divideUp(fen.multiply(priceMicro()), priceFen());
                }
            };
        }
    },
    /// A tier is reached only when its threshold is passed.
    TIER_BEYOND_THRESHOLD {
        @Override
        EagerBooks books(Terms terms) {
            return new EagerBooks(terms) {
                @Override
                boolean reaches(EagerMember member, Points threshold) {
                    return member.granted.compareTo(Numbers.big(threshold.micro())) > 0;
                }
            };
        }
    },
    /// A forced sale comes only when the holding is worth more than its quota.
    SALE_BEYOND_QUOTA {
        @Override
        EagerBooks books(Terms terms) {
            return new EagerBooks(terms) {
                @Override
                boolean isWorthItsQuota(EagerMember member) {
                    BigInteger worth = member.points.multiply(pool).multiply(Numbers.PICO);
                    return worth.compareTo(member.quota.multiply(circulating)) > 0;
                }
            };
        }
    };

    abstract EagerBooks books(Terms terms);

    /// A model of this kind.
    public EagerProgramme model(Terms terms) {
        return new EagerProgramme(books(terms));
    }
}
