package hongli.app.disk;

import hongli.ledger.passage.Sheets;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files on their way into a folder or a zip file, which appears when all of them are whole, or not at all.
public sealed interface Parcel extends Sheets, AutoCloseable {
    /// They are whole: makes them durable and gives the folder or the zip file its name.
    void keep() throws IOException;

    /// Removes what was not kept.
    @Override
    void close() throws IOException;

    /// A zip file where the name ends so, else a folder; neither may be there yet, but the folder may be empty.
    static Parcel of(Path to) throws IOException {
        boolean zipped = to.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return zipped ? new Zipped(Draft.of(to)) : Loose.of(to);
    }

    /// Files in a folder.
    final class Loose implements Parcel {
        private final Path folder;
        private final Path draft;

        private Loose(Path folder, Path draft) {
            this.folder = folder;
            this.draft = draft;
        }

        private static Loose of(Path folder) throws IOException {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            Path parent = folder.toAbsolutePath().getParent();
            return new Loose(folder, Files.createTempDirectory(parent, folder.getFileName() + "."));
        }

        private static boolean isEmpty(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.findAny().isEmpty();
            }
        }

        @Override
        public OutputStream begin(String name) throws IOException {
            FileChannel channel =
                    FileChannel.open(draft.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new FilterOutputStream(Channels.newOutputStream(channel)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    if (channel.isOpen()) {
                        channel.force(true);
                    }
                    super.close();
                }
            };
        }

        @Override
        public void keep() throws IOException {
            Files.deleteIfExists(folder);
            Files.move(draft, folder);
        }

        @Override
        public void close() throws IOException {
            if (Files.exists(draft)) {
                try (Stream<Path> files = Files.walk(draft)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /// Files in a zip file.
    final class Zipped implements Parcel {
        private final Draft draft;
        private final ZipOutputStream zip;

        private Zipped(Draft draft) {
            this.draft = draft;
            this.zip = new ZipOutputStream(draft.out(), StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream begin(String name) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            return new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        }

        @Override
        public void keep() throws IOException {
            zip.finish();
            draft.keep();
        }

        @Override
        public void close() throws IOException {
            draft.close();
        }
    }
}
