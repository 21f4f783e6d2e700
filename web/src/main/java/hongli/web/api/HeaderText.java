package hongli.web.api;

import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Texts in headers: the server hands their bytes on one by one as Latin letters, and callers send UTF-8.
final class HeaderText {
    private HeaderText() {}

    static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Problem.of(Trouble.KEY_UNSOUND).rejection();
        }
    }
}
