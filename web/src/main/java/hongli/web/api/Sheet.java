package hongli.web.api;

import static hongli.ledger.wire.JsonBytes.ascii;

import hongli.economy.fact.Fact;
import hongli.ledger.Answer;
import hongli.ledger.wire.FactJsonWriter;
import hongli.ledger.wire.JsonBytes;
import hongli.web.problem.Language;
import hongli.web.problem.Problem;
import hongli.web.problem.ProblemJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Answers to commands written down one after the other, as bytes: this is where most of a busy server's time goes.
final class Sheet {
    private static final int ROOM = 2_048;
    private static final int ROOM_IN_BRIEF = 160;
    private static final int MOST_AT_FIRST = 64;
    private static final byte[] LINE = ascii("{\"line\":");
    private static final byte[] KEY = ascii(",\"key\":");
    private static final byte[] STATUS_200 = ascii(",\"status\":200,");
    private static final byte[] POSITION = ascii("\"position\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] FIRST = ascii(",\"applied\":true,\"repeated\":false");
    private static final byte[] REPEATED = ascii(",\"applied\":true,\"repeated\":true");
    private static final byte[] DRY = ascii("{\"applied\":true,\"dry\":true");

    private final Detail detail;
    private final JsonBytes out;
    private Instant lastAt = Instant.MIN;
    private byte[] lastAtText = {};

    /// @param answers how many will be written down
    /// @param detail how much of each
    Sheet(int answers, Detail detail) {
        this.detail = detail;
        int room = detail == Detail.FULL ? ROOM : ROOM_IN_BRIEF;
        out = new JsonBytes(room * Math.min(answers, MOST_AT_FIRST));
    }

    JsonBytes bytes() {
        return out;
    }

    /// The whole answer to one command.
    Sheet yes(Answers.Told.Yes yes) {
        out.plain('{');
        members(yes);
        out.plain('}');
        return this;
    }

    /// The whole answer to a question.
    Sheet perhaps(Fact fact) {
        out.plain(DRY);
        tell(fact);
        out.plain('}');
        return this;
    }

    /// One line of many.
    ///
    /// @param key the key of the command, or nothing where it had none
    void line(int number, String key, Answers.Told told, Language language) {
        switch (told) {
            case Answers.Told.Yes yes -> {
                out.plain(LINE).number(number).plain(KEY).text(key).plain(STATUS_200);
                members(yes);
                out.plain('}');
            }
            case Answers.Told.No(Problem problem) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("line", number);
                if (!key.isEmpty()) {
                    fields.put("key", key);
                }
                fields.putAll(ProblemJson.fields(problem, language));
                out.value(fields);
            }
            case Answers.Told.Perhaps _ -> throw new IllegalStateException("lines must be deeds: line=" + number);
        }
        out.plain('\n');
    }

    private void members(Answers.Told.Yes yes) {
        Answer.Decided decided = yes.decided();
        out.plain(POSITION).number(decided.position()).plain(AT).plain(text(decided.at()));
        out.plain(decided.repeated() ? REPEATED : FIRST);
        tell(yes.fact());
    }

    private void tell(Fact fact) {
        if (detail == Detail.FULL) {
            FactJsonWriter.write(out.plain(','), fact);
        }
    }

    /// The commands of one batch have one time.
    private byte[] text(Instant at) {
        if (!at.equals(lastAt)) {
            lastAt = at;
            lastAtText = ascii("\"" + at + "\"");
        }
        return lastAtText;
    }
}
