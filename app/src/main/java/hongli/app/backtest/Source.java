package hongli.app.backtest;

import hongli.app.console.Complaint;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A stream of CSV, packed with gzip or not, read from beginning to end without being held in memory.
///
/// @param charset how its letters are written
record Source(InputStream in, Charset charset) {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();

    /// Reads every line; `pace` is told after each how many there were.
    History read(Columns columns, ZoneId zone, LongConsumer pace) throws IOException {
        var history = new History(zone);
        try (var text = new BufferedReader(new InputStreamReader(unpacked(), charset), BUFFER);
                CSVParser parser = FORMAT.parse(withoutMark(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            var reader = new LineReader(header(columns, records), new Times(zone));
            for (long number = parser.getCurrentLineNumber() + 1; records.hasNext(); ) {
                history.add(reader.read(number, records.next()));
                number = parser.getCurrentLineNumber() + 1;
                pace.accept(history.lines());
            }
            return history;
        }
    }

    private static Header header(Columns columns, Iterator<CSVRecord> records) {
        if (!records.hasNext()) {
            throw Complaint.failure("文件是空的，没有列名", "the file is empty: it lacks the names of its columns");
        }
        return Header.of(columns, records.next().toList());
    }

    /// Unpacks gzip, whatever the file is called.
    private InputStream unpacked() throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static BufferedReader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
