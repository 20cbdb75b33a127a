package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few MiB that a test can fill to its last byte and make room on again. */
final class SmallDisk {
    private static final int CAP_SYS_ADMIN = 21;
    private static final byte[] CHUNK = new byte[4096];

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounts one that a user owns, or skips the test: only root may, and not in every container. */
    static SmallDisk ownedBy(String user) throws IOException, InterruptedException {
        if (!mayMount()) {
            return abort("NOT TESTED: a full disk, since only root with CAP_SYS_ADMIN may mount a small one");
        }
        Path directory = Files.createTempDirectory("paycrypt-disk");
        try {
            ServerProcess.run(
                    List.of("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", directory.toString()), directory);
        } catch (IOException e) {
            String message = "NOT TESTED: a full disk, since " + e.getMessage();
            return System.getenv("PAYCRYPT_CI") != null ? fail(message, e) : abort(message);
        }
        SmallDisk disk = new SmallDisk(directory);
        Files.createDirectory(disk.data());
        ServerProcess.run(List.of("chown", user, disk.data().toString()), directory);
        return disk;
    }

    private static boolean mayMount() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("CapEff:"))
                        .map(line -> Long.parseUnsignedLong(
                                line.substring("CapEff:".length()).strip(), 16))
                        .anyMatch(capabilities -> (capabilities >> CAP_SYS_ADMIN & 1) == 1);
    }

    /** Where the database keeps its files. */
    Path data() {
        return directory.resolve("data");
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            fill(out);
        }
        if (directory.toFile().getUsableSpace() > 0) {
            throw new IOException("the disk is not full");
        }
    }

    private static void fill(OutputStream out) {
        try {
            while (true) {
                out.write(CHUNK);
            }
        } catch (IOException full) {
            return;
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    void unmount() throws IOException, InterruptedException {
        ServerProcess.run(List.of("umount", "--lazy", directory.toString()), directory.getParent());
        Files.delete(directory);
        Files.deleteIfExists(ServerProcess.log(directory));
        Files.deleteIfExists(ServerProcess.log(directory.getParent()));
    }
}
