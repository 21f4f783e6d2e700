package hongli.app.olist;

import hongli.app.console.Complaint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// One of Olist's tables, packed with gzip, read row by row.
final class Sheet {
    private static final int BUFFER = 1 << 16;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Sheet() {}

    /// Tells `reader` every row of the table called `name`.
    static void read(Path folder, String name, Consumer<CSVRecord> reader) {
        Path file = folder.resolve("olist_" + name + "_dataset.csv.gz");
        try (InputStream in = Files.newInputStream(file);
                var unpacked = new GZIPInputStream(in, BUFFER);
                var text = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8), BUFFER);
                CSVParser parser = FORMAT.parse(text)) {
            parser.forEach(reader);
        } catch (IOException e) {
            throw Complaint.failure("读不了 " + file + "：" + e.getMessage(), "cannot read " + file + ": " + e, e);
        }
    }
}
