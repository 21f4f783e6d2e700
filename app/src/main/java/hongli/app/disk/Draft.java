package hongli.app.disk;

import hongli.app.console.Complaint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file on its way: it appears under its name when it is whole and on the disk, or not at all. Its owner alone may
/// read it.
public final class Draft implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final OutputStream out;

    private Draft(Path file, Path draft) throws IOException {
        this.file = file;
        this.draft = draft;
        this.channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /// Begins `file`, which must not be there yet; its folder must.
    public static Draft of(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = folder(file);
        Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".draft");
        // Also where somebody breaks this off by Ctrl-C.
        draft.toFile().deleteOnExit();
        return new Draft(file, draft);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /// Where to write.
    public OutputStream out() {
        return out;
    }

    /// It is whole: makes it durable and gives it its name.
    public void keep() throws IOException {
        out.flush();
        channel.force(true);
        out.close();
        Files.move(draft, file); // in one folder this renames; what has come up there meanwhile is not written over
        try (FileChannel folder = FileChannel.open(folder(file), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /// Removes what was not kept.
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    /// That `file` cannot be written, as a complaint that says why.
    public static Complaint unwritable(Path file, IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof FileAlreadyExistsException) {
            return Complaint.failure(
                    "已经有 " + file + "，不会覆盖，请换一个名字", file + " is there already: choose another name", e);
        }
        if (said.contains("No space left") || said.contains("quota exceeded")) {
            return Complaint.failure(
                    "磁盘满了，写不完 " + file + "；没有留下半个文件",
                    "the disk is full, " + file + " was not written; nothing is left of it",
                    e);
        }
        return Complaint.failure("写不了 " + file + "：" + said, "cannot write " + file + ": " + e, e);
    }
}
