package fr.cofrap.devstack.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** Keeps a second stack out of a folder. The system releases it if this process is killed. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StartFailure naming the folder, if another stack has it
   */
  public static FolderLock take(DataFolder folder) {
    try {
      FileChannel channel = FileChannel.open(folder.lock(), CREATE, READ, WRITE);
      if (lock(channel) == null) {
        String holder = read(channel);
        channel.close();
        throw new StartFailure(
            folder.path()
                + " is in use by another stack"
                + (holder.isEmpty() ? "" : " (process " + holder + ")")
                + ": stop it, or choose another folder with DATA=");
      }
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StartFailure("the data folder " + folder.path() + " cannot be locked: " + e, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), UTF_8).strip();
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
