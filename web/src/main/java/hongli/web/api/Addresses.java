package hongli.web.api;

import hongli.economy.command.MemberId;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.util.Map;
import java.util.function.Function;

/// Names in addresses, turned into what they name, or into a 404.
final class Addresses {
    private Addresses() {}

    static ProgrammeId programme(String text) {
        if (!ProgrammeId.isSound(text)) {
            throw unknown(text);
        }
        return new ProgrammeId(text);
    }

    static MemberId member(String text) {
        try {
            return new MemberId(text);
        } catch (IllegalArgumentException _) {
            throw memberUnknown(text);
        }
    }

    /// Reads the programme that `text` names.
    static <T> T read(Ledger ledger, String text, Function<View, T> reader) {
        return ledger.read(programme(text), reader).orElseThrow(() -> unknown(text));
    }

    static RuntimeException memberUnknown(String member) {
        return Problem.of(Trouble.MEMBER_UNKNOWN, Map.of("member", shortened(member)))
                .rejection();
    }

    static Problem programmeUnknown(String programme) {
        return Problem.of(Trouble.PROGRAMME_UNKNOWN, Map.of("programme", shortened(programme)));
    }

    private static RuntimeException unknown(String programme) {
        return programmeUnknown(programme).rejection();
    }

    private static String shortened(String text) {
        return text.length() <= 128 ? text : text.substring(0, 128) + "…";
    }
}
