package hongli.mall.timer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again for what is due, on a thread of its own, until it is closed.
public final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Pulse(String name, Runnable look, Duration pause) {
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> beat(look, pause));
    }

    /// Starts looking, with a pause between two looks.
    public static Pulse start(Timers timers, Duration pause) {
        return start("timers", timers::runDue, pause);
    }

    /// Starts something else that looks again and again for what there is to do.
    public static Pulse start(String name, Runnable look, Duration pause) {
        var pulse = new Pulse(name, look, pause);
        pulse.thread.start();
        return pulse;
    }

    private void beat(Runnable look, Duration pause) {
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look.run();
                } catch (RuntimeException e) {
                    // A deed that fails is kept and tried again; the mall goes on.
                    LOG.warn("what is due must be done: by={}, found={}", thread.getName(), e.getMessage());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the deed that is being done finish.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
