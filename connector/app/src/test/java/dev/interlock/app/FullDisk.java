package dev.interlock.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk on which H2 finds room for so many bytes and no more, under {@code jdbc:h2:smalldisk:} and a path. H2 makes these itself. */
public final class FullDisk extends FilePathWrapper {

    private static final String SCHEME = "smalldisk";

    private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);
    private static volatile Runnable whenFull = () -> {};

    static {
        FilePath.register(new FullDisk());
    }

    public FullDisk() {}

    /** The disk has room for so many bytes from now on; when they are used up for the first time, it tells. */
    static void leave(long bytes, Runnable told) {
        whenFull = told;
        ROOM.set(bytes);
    }

    /** Where a store is that H2 finds on this disk. */
    static String place(Path file) {
        return "jdbc:h2:" + SCHEME + ":" + file;
    }

    static void makeRoom() {
        ROOM.set(Long.MAX_VALUE);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Limited(super.open(mode));
    }

    private static void use(int bytes) throws IOException {
        long before = ROOM.getAndUpdate(room -> room < bytes ? -1 : room - bytes);
        if (before < bytes) {
            if (before >= 0) {
                whenFull.run();
            }
            throw new IOException("No space left on device");
        }
    }

    private static final class Limited extends FileBaseDefault {

        private final FileChannel file;

        Limited(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer target, long at) throws IOException {
            return file.read(target, at);
        }

        @Override
        public synchronized int write(ByteBuffer source, long at) throws IOException {
            use(source.remaining());
            return file.write(source, at);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean also) throws IOException {
            file.force(also);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public synchronized FileLock tryLock(long from, long size, boolean shared) throws IOException {
            return file.tryLock(from, size, shared);
        }
    }
}
