package hongli.ledger;

import hongli.economy.command.Command;

/// A command on its way to a programme, under its key.
public record Submission(Key key, Command command) {}
