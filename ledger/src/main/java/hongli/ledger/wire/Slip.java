package hongli.ledger.wire;

import hongli.economy.command.Command;
import hongli.ledger.journal.Bytes;

/// A command and its key as they will stand in the journal, written by whoever submits them.
///
/// @param hasOwnKey whether the key is spelt out, because it is not the name that the command begins with
/// @param bytes the key where it is spelt out, then the command
/// @param commandAt where in the bytes the command begins
public record Slip(Command command, boolean hasOwnKey, Bytes bytes, int commandAt) {}
