package hongli.app.backtest;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A shop's CSV file, packed with gzip or not, read from beginning to end without being held in memory.
///
/// @param charset how its letters are written
record HistoryFile(Path path, Charset charset) {
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

    /// Counts the bytes that were taken from the file.
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    History read(Columns columns, ZoneId zone, Console console) {
        var history = new History(zone);
        try (var counted = new Counted(Files.newInputStream(path));
                var text = new BufferedReader(new InputStreamReader(unpacked(counted), charset), BUFFER);
                CSVParser parser = FORMAT.parse(withoutMark(text))) {
            var progress = new Progress(console, new Text("读取", "reading"), new Text("行", "lines"));
            double size = Files.size(path);
            Iterator<CSVRecord> records = parser.iterator();
            Header header = header(columns, records);
            var reader = new LineReader(header, new Times(zone));
            for (long number = parser.getCurrentLineNumber() + 1; records.hasNext(); ) {
                history.add(reader.read(number, records.next()));
                number = parser.getCurrentLineNumber() + 1;
                progress.report(history.lines(), counted.count / size);
            }
            progress.finish();
            return history;
        } catch (NoSuchFileException e) {
            throw Complaint.failure("没有这个文件：" + path, "no such file: " + path, e);
        } catch (IOException | UncheckedIOException e) {
            throw Complaint.failure("读不了文件 " + path + "：" + e.getMessage(), "cannot read " + path + ": " + e, e);
        }
    }

    private Header header(Columns columns, Iterator<CSVRecord> records) {
        if (!records.hasNext()) {
            throw Complaint.failure("文件是空的：" + path, "the file is empty: " + path);
        }
        List<String> names = records.next().toList();
        return Header.of(columns, names);
    }

    /// Unpacks gzip, whatever the file is called.
    private static InputStream unpacked(InputStream in) throws IOException {
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
