package hongli.ledger.backup;

import hongli.ledger.wire.Fields;
import hongli.ledger.wire.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a backup says of itself, in its last file.
///
/// @param tables the version of the tables that were copied
/// @param program which program wrote it
/// @param annexes the rooms whose tables are there too
record Manifest(int tables, String program, Instant takenAt, List<AnnexParts.Version> annexes, List<Part> parts) {
    /// The form of the file that this program writes, and the newest it reads.
    static final int FORMAT = 2;

    /// The form before there were other rooms' tables in it, which is read as well.
    private static final int WITHOUT_ANNEXES = 1;

    static final String FILE = "manifest.json";

    private static final String KIND = "hongli-backup";

    Manifest {
        annexes = List.copyOf(annexes);
        parts = List.copyOf(parts);
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws BackupUnusable where it is no manifest, or a newer program's
    static Manifest parse(byte[] document) {
        try {
            Fields fields = Fields.parse(document);
            if (!fields.text("kind").equals(KIND)) {
                throw new BackupUnusable(BackupUnusable.Why.NO_BACKUP, "kind=" + fields.text("kind"));
            }
            long format = fields.number("format");
            if (format < WITHOUT_ANNEXES || format > FORMAT) {
                throw new BackupUnusable(
                        BackupUnusable.Why.OTHER_VERSION,
                        "format=" + format + ", known=" + FORMAT + ", written by=" + fields.text("program"));
            }
            return new Manifest(
                    (int) fields.number("tables"),
                    fields.text("program"),
                    Instant.parse(fields.text("takenAt")),
                    format == WITHOUT_ANNEXES
                            ? List.of()
                            : fields.objects("annexes").stream()
                                    .map(AnnexParts.Version::of)
                                    .toList(),
                    fields.objects("parts").stream().map(Part::of).toList());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new BackupUnusable(BackupUnusable.Why.DAMAGED, FILE + ": " + e.getMessage(), e);
        }
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", KIND);
        fields.put("format", FORMAT);
        fields.put("program", program);
        fields.put("tables", tables);
        fields.put("takenAt", takenAt.toString());
        fields.put("annexes", annexes.stream().map(AnnexParts.Version::fields).toList());
        fields.put("parts", parts.stream().map(Part::fields).toList());
        return Json.text(fields) + "\n";
    }
}
