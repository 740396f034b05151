package fr.cofrap.devstack.data;

import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** Keeps a second stack out of a folder. The system releases it if this process is killed. */
public final class FolderLock implements AutoCloseable {
  private final RandomAccessFile file;

  private FolderLock(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Takes the lock, and notes this process in it.
   *
   * @throws StartFailure naming the folder, if another stack has it
   */
  public static FolderLock take(DataFolder folder) {
    try {
      RandomAccessFile file = new RandomAccessFile(folder.lock().toFile(), "rw");
      if (!lock(file)) {
        String holder = file.readLine();
        file.close();
        throw new StartFailure(inUse(folder, holder));
      }
      file.setLength(0);
      file.writeBytes(Long.toString(ProcessHandle.current().pid()));
      return new FolderLock(file);
    } catch (IOException e) {
      throw new StartFailure("the data folder " + folder.path() + " cannot be locked: " + e, e);
    }
  }

  private static boolean lock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String inUse(DataFolder folder, @Nullable String holder) {
    return "%s is in use by another stack%s: stop it, or choose another folder with DATA="
        .formatted(folder.path(), holder == null ? "" : " (process " + holder + ")");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
