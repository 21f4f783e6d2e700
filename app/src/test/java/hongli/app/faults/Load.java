package hongli.app.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Sixteen clients that send commands until nobody answers any more, and remember what they were told.
final class Load {
    private static final int CLIENTS = 16;
    private static final int BATCH = 30;

    private final Api api;
    private final Crowd crowd;
    private final Map<Sent, Said> acknowledged = new ConcurrentHashMap<>();
    private final Set<Sent> unanswered = ConcurrentHashMap.newKeySet();
    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean ending;

    private Load(Api api, Crowd crowd) {
        this.api = api;
        this.crowd = crowd;
    }

    static Load begin(Api api, Crowd crowd, SplittableRandom random) {
        var load = new Load(api, crowd);
        for (int i = 0; i < CLIENTS; i++) {
            // Every fourth sends batches.
            int most = i % 4 == 0 ? BATCH : 1;
            SplittableRandom own = random.split();
            load.clients.add(Thread.ofVirtual().start(() -> load.live(own, most)));
        }
        return load;
    }

    private void live(SplittableRandom random, int most) {
        List<Sent> sent = List.of();
        try {
            while (true) {
                sent = crowd.next(1 + random.nextInt(most));
                note(sent, ask(sent));
                if (random.nextInt(10) == 0) {
                    askAgain(sent);
                }
            }
        } catch (IOException | InterruptedException e) {
            note(sent, sent.stream().map(_ -> Optional.<Said>empty()).toList());
            if (!ending) {
                troubles.add(e);
            }
        } catch (AssertionError | RuntimeException e) {
            troubles.add(e);
        }
    }

    private List<Optional<Said>> ask(List<Sent> sent) throws IOException, InterruptedException {
        return sent.size() == 1 ? List.of(api.submit(sent.getFirst())) : api.submit(sent);
    }

    private void note(List<Sent> sent, List<Optional<Said>> answers) {
        for (int i = 0; i < sent.size(); i++) {
            Sent one = sent.get(i);
            answers.get(i).ifPresent(said -> acknowledged.put(one, said));
            if (!acknowledged.containsKey(one)) {
                unanswered.add(one);
            }
        }
    }

    /// A client that is not sure sends the same again, and is told the same.
    private void askAgain(List<Sent> sent) throws IOException, InterruptedException {
        List<Optional<Said>> answers = ask(sent);
        for (int i = 0; i < sent.size(); i++) {
            Said before = acknowledged.get(sent.get(i));
            Said now = answers.get(i).orElse(null);
            if (before != null && now != null && !now.equals(before.again())) {
                throw new AssertionError("the same must be answered again: before=" + before + ", now=" + now);
            }
        }
    }

    /// From now on it is no wonder that the server does not answer.
    void expectTheEnd() {
        ending = true;
    }

    /// Waits until all clients have noticed.
    void awaitEnd() throws InterruptedException {
        for (Thread client : clients) {
            client.join();
        }
        if (!troubles.isEmpty()) {
            throw new AssertionError("clients must be served until the kill: troubles=" + troubles, troubles.peek());
        }
    }

    /// What was decided, and how.
    Map<Sent, Said> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /// What was sent and may or may not have been decided.
    List<Sent> unanswered() {
        return List.copyOf(unanswered);
    }
}
