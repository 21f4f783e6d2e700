package hongli.economy.model;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Duel;
import hongli.economy.RandomAmounts;
import hongli.economy.RandomCommands;
import hongli.economy.RandomTerms;
import hongli.economy.Story;
import hongli.economy.exact.Points;
import hongli.economy.terms.Terms;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A judge that never finds anything proves nothing: each fault planted in one side must be found.
final class PlantedFaultTest {
    private static final int SEEDS = 400;

    @Test
    void findsAValueThatIsRoundedUp() {
        isFound(terms -> new EagerBooks(terms) {
            @Override
            BigInteger value(BigInteger points) {
                return terms.hasPool() ? Numbers.divideUp(points.multiply(priceFen()), priceMicro()) : BigInteger.ZERO;
            }
        });
    }

    @Test
    void findsPointsThatAreRoundedUp() {
        isFound(terms -> new EagerBooks(terms) {
            @Override
            BigInteger pointsFor(BigInteger fen) {
                return Numbers.divideUp(fen.multiply(priceMicro()), priceFen());
            }
        });
    }

    @Test
    void findsAFeeThatIsRoundedDown() {
        isFound(terms -> new EagerBooks(terms) {
            @Override
            BigInteger fee(BigInteger gross) {
                return Numbers.part(gross, terms.redemptionFee());
            }
        });
    }

    @Test
    void findsASaleThatComesAMomentTooLate() {
        isFound(terms -> new EagerBooks(terms) {
            @Override
            boolean isWorthItsQuota(EagerMember member) {
                return member.points.multiply(pool).multiply(Numbers.PICO).compareTo(member.quota.multiply(circulating))
                        > 0;
            }
        });
    }

    @Test
    void findsTwinsThatAreSoldInTheWrongOrder() {
        isFound(terms -> new EagerBooks(terms) {
            @Override
            boolean exitsBefore(EagerMember member, EagerMember other) {
                return member.quota.multiply(other.points).compareTo(other.quota.multiply(member.points)) <= 0;
            }
        });
    }

    @Test
    void findsATierThatMustBePassedToBeReached() {
        isFound(terms -> new EagerBooks(terms) {
            @Override
            boolean reaches(EagerMember member, Points threshold) {
                return member.granted.compareTo(Numbers.big(threshold.micro())) > 0;
            }
        });
    }

    private static void isFound(Function<Terms, EagerBooks> faulty) {
        Optional<AssertionError> found = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> live(new SplittableRandom(seed), faulty))
                .flatMap(Optional::stream)
                .findFirst();
        assertThat(found).isPresent();
        assertThat(found.orElseThrow())
                .hasMessageContaining("shortest story that fails")
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage()).lines()).hasSizeLessThan(25));
    }

    private static Optional<AssertionError> live(RandomGenerator random, Function<Terms, EagerBooks> faulty) {
        Terms terms = RandomTerms.withPool(random);
        RandomCommands commands = new RandomCommands(random, terms, RandomAmounts.EQUAL);
        Story story = new Story(terms, same -> new EagerProgramme(faulty.apply(same)));
        try {
            Duel duel = story.begin();
            for (int i = 0; i < 150; i++) {
                story.tell(duel, commands.next(duel.world()));
            }
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }
}
