package hongli.ledger.postgres;

import java.util.List;

/// What the programs of PostgreSQL said before they gave up, in words that help.
final class Complaint {
    private static final int LINES = 5;

    private Complaint() {}

    /// What stands in the way according to `output`, and its last lines.
    static String in(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return hint(output) + "found=" + String.join(" | ", last);
    }

    static boolean portTaken(String output) {
        return output.contains("Address already in use");
    }

    /// Whether processes of an earlier server are still about.
    static boolean stillHeld(String output) {
        return output.contains("pre-existing shared memory block") || output.contains("lock file \"postmaster.pid\"");
    }

    private static String hint(String output) {
        if (output.contains("No space left on device")) {
            return "no space is left on the disk, ";
        }
        if (output.contains("Permission denied")) {
            return "a folder on the way is closed to the user the database runs as (choose another with --data), ";
        }
        if (output.contains("No such file or directory") || output.contains("error while loading shared libraries")) {
            return "its programs do not run on this system (use a server of your own with --database-url), ";
        }
        return "";
    }
}
