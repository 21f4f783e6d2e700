package hongli.bench;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Programmes whose members buy at random: an order is counted when its answer is durable.
final class Shop {
    private static final int JOINED_AT_ONCE = 1_000;

    private final Ledger ledger;
    private final List<ProgrammeId> programmes;
    private final int members;
    private final AtomicLong orders = new AtomicLong();

    private Shop(Ledger ledger, List<ProgrammeId> programmes, int members) {
        this.ledger = ledger;
        this.programmes = programmes;
        this.members = members;
    }

    /// Opens `count` programmes under `name` and lets `members` join each.
    static Shop open(Ledger ledger, String name, Terms terms, int count, int members) {
        List<ProgrammeId> programmes = IntStream.range(0, count)
                .mapToObj(i -> new ProgrammeId(name + "-" + i))
                .toList();
        var shop = new Shop(ledger, programmes, members);
        for (ProgrammeId programme : programmes) {
            ledger.open(programme, "Track", terms);
            shop.join(programme);
        }
        return shop;
    }

    private void join(ProgrammeId programme) {
        for (int from = 0; from < members; from += JOINED_AT_ONCE) {
            List<Submission> joins = new ArrayList<>();
            for (int i = from; i < Math.min(members, from + JOINED_AT_ONCE); i++) {
                MemberId referrer = i == 0 ? null : member((i - 1) / 3);
                joins.add(new Submission(new Key("m" + i), new Command.JoinMember(member(i), referrer, false)));
            }
            count(ledger.submit(programme, joins));
        }
    }

    /// A client that sends `size` orders to one of the programmes at once and waits for all answers.
    Clients.Client client(int number, int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        if (size == 1) {
            return () -> count(List.of(ledger.submit(programme(random), order(random))));
        }
        return () -> {
            List<Submission> submissions = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                submissions.add(order(random));
            }
            return count(ledger.submit(programme(random), submissions));
        };
    }

    private ProgrammeId programme(RandomGenerator random) {
        return programmes.get(random.nextInt(programmes.size()));
    }

    private Submission order(RandomGenerator random) {
        String id = "o" + orders.incrementAndGet();
        Money amount = new Money(random.nextInt(100, 50_000));
        MemberId buyer = member(random.nextInt(members));
        return new Submission(new Key(id), new Command.SettleOrder(new OrderId(id), buyer, amount, amount));
    }

    private static MemberId member(int number) {
        return new MemberId("m" + number);
    }

    private static int count(List<Answer> answers) {
        for (Answer answer : answers) {
            if (!(answer instanceof Answer.Decided decided && decided.outcome() instanceof Outcome.Applied)) {
                throw new IllegalStateException("every order must be applied: answer=" + answer);
            }
        }
        return answers.size();
    }
}
