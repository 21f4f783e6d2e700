package hongli.economy.fact;

/// What came of a command: it was applied wholly, or refused without effect.
public sealed interface Outcome {
    /// The command was applied; `fact` is what changed.
    record Applied(Fact fact) implements Outcome {}

    /// The command was rejected and nothing changed.
    record Refused(Refusal refusal) implements Outcome {}
}
