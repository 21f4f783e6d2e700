package hongli.ledger.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A backup that is there to be read.
final class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens the backup in `file`; only its manifest is read.
    ///
    /// @throws BackupUnusable where it is none, or not whole
    static Archive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw new BackupUnusable(BackupUnusable.Why.DAMAGED, "not a whole zip file: " + e.getMessage(), e);
        }
        try {
            return new Archive(zip, manifest(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.FILE);
        if (entry == null) {
            throw new BackupUnusable(BackupUnusable.Why.NO_BACKUP, "missing=" + Manifest.FILE);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            // The manifest vouches for all other parts, and the zip file for the manifest: reading does not ask it.
            var sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw damaged(Manifest.FILE, "other bytes than were written", null);
            }
            return Manifest.parse(bytes);
        } catch (ZipException | EOFException e) {
            throw damaged(Manifest.FILE, e.getMessage(), e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// The part that is called `file`.
    Part part(String file) {
        return manifest.parts().stream()
                .filter(part -> part.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new BackupUnusable(BackupUnusable.Why.DAMAGED, "missing=" + file));
    }

    /// Reads every part and holds it against the manifest.
    ///
    /// @param progress hears how many bytes have just been read
    void verify(LongConsumer progress) throws IOException {
        Set<String> named = manifest.parts().stream().map(Part::file).collect(Collectors.toSet());
        Set<String> found = new HashSet<>(zip.stream().map(ZipEntry::getName).toList());
        found.remove(Manifest.FILE);
        if (!found.equals(named)) {
            throw new BackupUnusable(BackupUnusable.Why.DAMAGED, "files=" + found + ", manifest=" + named);
        }
        for (Part part : manifest.parts()) {
            read(part, progress, in -> in.transferTo(OutputStream.nullOutputStream()));
        }
    }

    /// Something that reads a part to its end.
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    /// Lets `reader` have the content of a part, which must be what the manifest says of it.
    ///
    /// @throws BackupUnusable where it is not
    <T> T read(Part part, LongConsumer progress, Reader<T> reader) throws IOException {
        var tallied = new Tallied(progress);
        ZipEntry entry = zip.getEntry(part.file());
        if (entry == null) {
            throw new BackupUnusable(BackupUnusable.Why.DAMAGED, "missing=" + part.file());
        }
        try (InputStream in = tallied.over(zip.getInputStream(entry))) {
            T answer = reader.read(in);
            boolean whole = in.read() < 0 && tallied.bytes() == part.bytes();
            if (!whole || !tallied.digest().equals(part.sha256())) {
                throw damaged(part.file(), "other bytes than were written", null);
            }
            return answer;
        } catch (ZipException | EOFException e) {
            throw damaged(part.file(), String.valueOf(e.getMessage()), e);
        }
    }

    private static BackupUnusable damaged(String file, @Nullable String found, @Nullable Throwable cause) {
        return new BackupUnusable(BackupUnusable.Why.DAMAGED, file + ": " + found, cause);
    }

    long bytes() {
        return manifest.parts().stream().mapToLong(Part::bytes).sum();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
