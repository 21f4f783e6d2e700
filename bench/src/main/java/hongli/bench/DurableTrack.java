package hongli.bench;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
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

/// Orders through the ledger into one programme: an order is counted when its answer is durable.
final class DurableTrack {
    private static final int MEMBERS = 10_000;
    private static final int JOINED_AT_ONCE = 1_000;

    private final Ledger ledger;
    private final ProgrammeId programme;
    private final AtomicLong orders = new AtomicLong();

    DurableTrack(Ledger ledger, String programme) {
        this.ledger = ledger;
        this.programme = new ProgrammeId(programme);
    }

    /// Opens the programme and lets the members join.
    void prepare() {
        ledger.open(programme, "Track", Tracks.terms());
        List<Submission> joins = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            MemberId referrer = i == 0 ? null : member((i - 1) / 3);
            joins.add(new Submission(new Key("m" + i), new Command.JoinMember(member(i), referrer, false)));
            if (joins.size() == JOINED_AT_ONCE) {
                count(ledger.submit(programme, joins));
                joins = new ArrayList<>();
            }
        }
        count(ledger.submit(programme, joins));
    }

    /// A client that sends `size` orders at once and waits for all answers.
    Clients.Client client(int number, int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        if (size == 1) {
            return () -> count(List.of(ledger.submit(programme, order(random))));
        }
        return () -> {
            List<Submission> submissions = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                submissions.add(order(random));
            }
            return count(ledger.submit(programme, submissions));
        };
    }

    private Submission order(RandomGenerator random) {
        String id = "o" + orders.incrementAndGet();
        Money amount = new Money(random.nextInt(100, 50_000));
        MemberId buyer = member(random.nextInt(MEMBERS));
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
