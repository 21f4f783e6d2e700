package hongli.app.replay;

import hongli.app.console.Complaint;
import hongli.economy.terms.Fault;
import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import hongli.ledger.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A `programme.json`: the parameters of section 2 of the specification.
public final class TermsFile {
    private TermsFile() {}

    /// Reads the terms in `file`; complains of every fault at once.
    public static Terms read(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Reads the terms in `document`, which is called `name`.
    public static Terms read(String name, byte[] document) {
        return switch (Json.object(document)) {
            case Json.Reading.Faulty(Fault fault) -> throw faulty(name, List.of(fault));
            case Json.Reading.Parsed(var fields) ->
                switch (TermsReader.read(fields)) {
                    case TermsReader.Reading.Sound(Terms terms) -> terms;
                    case TermsReader.Reading.Unsound(var faults) -> throw faulty(name, faults);
                };
        };
    }

    /// That `file` cannot be read, as a complaint.
    public static Complaint unreadable(Path file, IOException cause) {
        return Files.exists(file)
                ? Complaint.failure(
                        "读不了文件 " + file + "：" + cause.getMessage(), "cannot read " + file + ": " + cause, cause)
                : Complaint.failure("没有这个文件：" + file, "no such file: " + file, cause);
    }

    private static Complaint faulty(String name, List<Fault> faults) {
        String told = faults.stream().map(TermsFile::tell).collect(Collectors.joining("\n"));
        return Complaint.failure("计划参数有误：" + name + "\n" + told, "the programme is not sound: " + name + "\n" + told);
    }

    /// A fault in the words of the rules: where, its code, what must hold, what was found.
    static String tell(Fault fault) {
        return "  " + fault.field() + ": " + fault.code() + ": " + fault.expected() + " (" + fault.found() + ")";
    }
}
