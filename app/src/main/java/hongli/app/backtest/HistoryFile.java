package hongli.app.backtest;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;

/// A shop's CSV file.
///
/// @param charset how its letters are written
record HistoryFile(Path path, Charset charset) {
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

    /// Reads the file, telling `console` how far it is.
    History read(Columns columns, ZoneId zone, Console console) {
        var progress = new Progress(console, new Text("读取", "reading"), new Text("行", "lines"));
        try (var counted = new Counted(Files.newInputStream(path))) {
            double size = Files.size(path);
            var source = new Source(counted, charset);
            History history = source.read(columns, zone, lines -> progress.report(lines, counted.count / size));
            progress.finish();
            return history;
        } catch (NoSuchFileException e) {
            throw Complaint.failure("没有这个文件：" + path, "no such file: " + path, e);
        } catch (IOException | UncheckedIOException e) {
            throw Complaint.failure("读不了文件 " + path + "：" + e.getMessage(), "cannot read " + path + ": " + e, e);
        }
    }
}
