package hongli.web.problem;

import java.util.Arrays;
import java.util.Locale;

/// What can be wrong with a request before a programme is asked, each with its status; the codes never change meaning.
public enum Trouble {
    REQUEST_MALFORMED(400),
    QUERY_UNSOUND(400),
    KEY_MISSING(400),
    KEY_UNSOUND(400),
    COMMAND_MALFORMED(400),
    PROGRAMME_MALFORMED(400),
    TOKEN_REQUIRED(401),
    HOST_NOT_ALLOWED(403),
    ORIGIN_NOT_ALLOWED(403),
    PATH_UNKNOWN(404),
    PROGRAMME_UNKNOWN(404),
    POSITION_UNKNOWN(404),
    MEMBER_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_TOO_SLOW(408),
    KEY_REUSED(409),
    PROGRAMME_TAKEN(409),
    BODY_TOO_LARGE(413),
    TOO_MANY_LINES(413),
    ADDRESS_TOO_LONG(414),
    MEDIA_TYPE_UNSUPPORTED(415),
    TERMS_UNSOUND(422),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    BUSY(503),
    TOO_MANY_STREAMS(503),
    JOURNAL_UNAVAILABLE(503);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// The stable name.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The trouble that an HTTP status alone tells of; what is the server's own refusal of a request is the request's
    /// fault.
    public static Trouble ofStatus(int status) {
        if (status == 501 || status == 505) {
            return REQUEST_MALFORMED;
        }
        if (status >= 500) {
            return status == 503 ? BUSY : INTERNAL;
        }
        return Arrays.stream(new Trouble[] {
                    PATH_UNKNOWN,
                    METHOD_NOT_ALLOWED,
                    REQUEST_TOO_SLOW,
                    BODY_TOO_LARGE,
                    ADDRESS_TOO_LONG,
                    MEDIA_TYPE_UNSUPPORTED,
                    HEADERS_TOO_LARGE
                })
                .filter(trouble -> trouble.status == status)
                .findFirst()
                .orElse(REQUEST_MALFORMED);
    }
}
