package hongli.app.backtest;

import hongli.economy.command.Command;
import hongli.economy.terms.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A shop's orders as commands of a programme.
///
/// @param columns what the columns mean, as `--columns` says it
/// @param settleAfter days from purchase to settlement
public record OrderSheet(String columns, ZoneId zone, int settleAfter) {
    /// The commands that a backtest of the orders in `in` gives, in order.
    public List<Command> commands(Terms terms, InputStream in) throws IOException {
        History history = new Source(in, StandardCharsets.UTF_8).read(Columns.parse(columns), zone, _ -> {});
        List<Command> commands = new ArrayList<>();
        new Backtest(terms, zone, commands::add).play(history, settleAfter, (_, _) -> {});
        return commands;
    }
}
