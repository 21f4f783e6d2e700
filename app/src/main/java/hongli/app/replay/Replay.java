package hongli.app.replay;

import hongli.app.console.Console;
import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.ledger.wire.CommandJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Plays the lines of a scenario on a stage and remembers which were rejected.
///
/// A line whose form is wrong never reaches the programme; it counts as rejected all the same. Empty lines are passed
/// over, but counted.
final class Replay {
    private static final int AT_ONCE = 1_000;

    private final Console console;
    private final Stage stage;
    private final List<Stage.NumberedCommand> waiting = new ArrayList<>();
    private final List<Rejection> malformed = new ArrayList<>();
    private final List<Long> rejected = new ArrayList<>();

    private record Rejection(long line, String reason) {}

    Replay(Console console, Stage stage) {
        this.console = console;
        this.stage = stage;
    }

    /// Plays every line; what is rejected is told on the error stream, in order.
    void play(ByteLines lines) throws IOException {
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (!isBlank(line)) {
                read(number, line);
            }
            if (waiting.size() + malformed.size() >= AT_ONCE) {
                applyWaiting();
            }
        }
        applyWaiting();
    }

    /// The numbers of the rejected lines, ascending.
    List<Long> rejected() {
        return List.copyOf(rejected);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private void read(long number, byte[] line) {
        switch (CommandJson.read(line)) {
            case CommandReader.Reading.Understood(Command command) ->
                waiting.add(new Stage.NumberedCommand(number, command));
            case CommandReader.Reading.Malformed(var faults) ->
                malformed.add(new Rejection(
                        number,
                        faults.stream()
                                .map(fault -> TermsFile.tell(fault).strip())
                                .collect(Collectors.joining("; "))));
        }
    }

    private void applyWaiting() {
        List<Rejection> rejections = new ArrayList<>(malformed);
        List<Outcome> outcomes = stage.apply(waiting);
        for (int i = 0; i < waiting.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused(Refusal refusal)) {
                rejections.add(new Rejection(waiting.get(i).line(), tell(refusal)));
            }
        }
        rejections.sort((a, b) -> Long.compare(a.line(), b.line()));
        rejections.forEach(this::tell);
        waiting.clear();
        malformed.clear();
    }

    private void tell(Rejection rejection) {
        rejected.add(rejection.line());
        console.remark(
                "第 %d 行被拒绝：%s".formatted(rejection.line(), rejection.reason()),
                "line %d rejected: %s".formatted(rejection.line(), rejection.reason()));
    }

    /// The stable code of the refusal, and its numbers.
    private static String tell(Refusal refusal) {
        String fields = refusal.toString();
        return refusal.code() + " " + fields.substring(fields.indexOf('['));
    }
}
