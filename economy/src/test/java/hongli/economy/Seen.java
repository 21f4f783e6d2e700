package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// What happened in random programmes and how often: a rule that never came into play was not tested.
final class Seen {
    private final Map<String, LongAdder> applied = new ConcurrentSkipListMap<>();
    private final Map<Transfer.Reason, LongAdder> reasons = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

    void note(Command command, Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied(Fact fact) -> {
                applied.computeIfAbsent(command.type(), _ -> new LongAdder()).increment();
                for (Transfer transfer : fact.transfers()) {
                    reasons.computeIfAbsent(transfer.reason(), _ -> new LongAdder())
                            .increment();
                }
            }
            case Outcome.Refused(Refusal refusal) ->
                refusals.computeIfAbsent(refusal.getClass().getSimpleName(), _ -> new LongAdder())
                        .increment();
        }
    }

    /// Every command applied, every reason for a transfer and every refusal, each more than once.
    void requireEverything() {
        assertThat(applied.keySet()).containsAll(CommandReader.types());
        assertThat(reasons.keySet())
                .containsAll(Arrays.stream(Transfer.Reason.values())
                        .filter(reason -> reason != Transfer.Reason.FOUNDING)
                        .toList());
        assertThat(refusals.keySet())
                .containsAll(Arrays.stream(Refusal.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Override
    public String toString() {
        return "applied " + applied + "\nmoved " + reasons + "\nrefused " + refusals;
    }
}
