package hongli.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// How a ledger runs.
///
/// @param clock gives the time that is stamped on commands
/// @param queueCapacity commands that may wait; beyond them callers are told that the ledger is busy
/// @param maxBatch commands in one commit
/// @param snapshotEvery commands of one programme between two snapshots, or a tenth of all where that is more
/// @param projecting whether statements and the other read models are kept up to date
/// @param recoveryAttempts attempts to take a failed journal in hand again before the ledger stops
/// @param recoveryPause between two attempts
/// @param onFatal told in one sentence why the ledger has stopped for good
public record LedgerSettings(
        InstantSource clock,
        int queueCapacity,
        int maxBatch,
        long snapshotEvery,
        boolean projecting,
        int recoveryAttempts,
        Duration recoveryPause,
        Consumer<String> onFatal) {
    public LedgerSettings {
        if (queueCapacity < 1 || maxBatch < 1 || snapshotEvery < 1 || recoveryAttempts < 1) {
            throw new IllegalArgumentException("settings must be >= 1: queueCapacity=" + queueCapacity + ", maxBatch="
                    + maxBatch + ", snapshotEvery=" + snapshotEvery + ", recoveryAttempts=" + recoveryAttempts);
        }
    }

    /// What serves most: the system's clock, 65,536 waiting commands, batches of 4,096, a snapshot each 100,000.
    public static LedgerSettings standard() {
        return new LedgerSettings(
                InstantSource.system(), 1 << 16, 1 << 12, 100_000, true, 30, Duration.ofSeconds(2), _ -> {});
    }

    public LedgerSettings withClock(InstantSource other) {
        return new LedgerSettings(
                other, queueCapacity, maxBatch, snapshotEvery, projecting, recoveryAttempts, recoveryPause, onFatal);
    }

    public LedgerSettings withQueue(int capacity, int batch) {
        return new LedgerSettings(
                clock, capacity, batch, snapshotEvery, projecting, recoveryAttempts, recoveryPause, onFatal);
    }

    public LedgerSettings withSnapshotEvery(long commands) {
        return new LedgerSettings(
                clock, queueCapacity, maxBatch, commands, projecting, recoveryAttempts, recoveryPause, onFatal);
    }

    public LedgerSettings withProjecting(boolean wanted) {
        return new LedgerSettings(
                clock, queueCapacity, maxBatch, snapshotEvery, wanted, recoveryAttempts, recoveryPause, onFatal);
    }

    public LedgerSettings withRecovery(int attempts, Duration pause) {
        return new LedgerSettings(clock, queueCapacity, maxBatch, snapshotEvery, projecting, attempts, pause, onFatal);
    }

    public LedgerSettings withOnFatal(Consumer<String> listener) {
        return new LedgerSettings(
                clock, queueCapacity, maxBatch, snapshotEvery, projecting, recoveryAttempts, recoveryPause, listener);
    }
}
