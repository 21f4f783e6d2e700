package hongli.ledger.wire;

import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import hongli.economy.terms.TermsWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The terms of a programme as a JSON object, as programme files and the API carry them.
public final class TermsJson {
    private TermsJson() {}

    /// Reads terms from UTF-8; a document that is no JSON object is unsound too.
    public static TermsReader.Reading read(byte[] document) {
        return read(Json.object(document));
    }

    /// Reads terms.
    public static TermsReader.Reading read(String document) {
        return read(Json.object(document));
    }

    /// Reads back what [#text] wrote.
    public static Terms parse(String text) {
        return switch (read(text)) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) ->
                throw new IllegalArgumentException("text must be written terms: faults=" + faults);
        };
    }

    /// The terms in the resource `terms.json` beside a class, which must be there.
    public static Terms beside(Class<?> type) {
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("terms.json"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("terms must be readable: beside=" + type.getName(), e);
        }
    }

    /// The canonical compact JSON of `terms`, defaults included.
    public static String text(Terms terms) {
        return Json.text(TermsWriter.fields(terms));
    }

    private static TermsReader.Reading read(Json.Reading document) {
        return switch (document) {
            case Json.Reading.Parsed(var fields) -> TermsReader.read(fields);
            case Json.Reading.Faulty(var fault) -> new TermsReader.Reading.Unsound(List.of(fault));
        };
    }
}
