package com.paycrypt.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script builds what is missing or stale, once, and then gets out of the way. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script needs a POSIX shell")
@Execution(ExecutionMode.CONCURRENT)
class RunScriptTest {
    private static final String[] HELP = {"create-session", "--help"};

    @TempDir
    private Path directory;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void whatIsBuiltIsNotBuiltAgain(String shell) throws IOException {
        checkout.useRealJava();
        assertRuns(checkout.run(shell, HELP));
        assertRuns(checkout.run(shell, HELP));

        assertThat(checkout.builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pom.xml", "examples/pom.xml", "examples/cli/pom.xml", "examples/cli/src/main/java/Old.java"})
    void whatChangedIsBuiltAgain(String file) throws IOException {
        assertRuns(checkout.run("sh", HELP));
        Files.setLastModifiedTime(
                checkout.root.resolve(file), FileTime.from(Instant.now().plusSeconds(2)));
        assertRuns(checkout.run("sh", HELP));

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/cli/src/main/java/Old.java",
                "examples/cli/target/classes",
                "examples/cli/target/run/built"
            })
    void whatWasDeletedIsBuiltAgain(String file) throws IOException {
        assertRuns(checkout.run("sh", HELP));
        Files.delete(checkout.root.resolve(file));
        assertRuns(checkout.run("sh", HELP));

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void firstRunsAtTheSameTimeBuildOnce() throws Exception {
        checkout.environment.put("BUILD_TAKES", "0.3");
        List<Process> runs =
                Stream.generate(() -> checkout.start("sh", HELP)).limit(4).toList();

        for (Process run : runs) {
            assertThat(run.waitFor()).isZero();
        }
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void aLockThatADeadProcessLeftIsTakenAway() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectory(checkout.root.resolve("target"));
        Path lock = checkout.root.resolve("target/examples-run.lock");
        Files.createSymbolicLink(lock, Path.of("process-" + dead.pid()));

        assertRuns(checkout.run("sh", HELP));
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void aFailedBuildShowsWhatMavenSaidAndIsTriedAgain() throws IOException {
        checkout.environment.put("BUILD_FAILS", "yes");
        Run failed = checkout.run("sh", HELP);
        checkout.environment.remove("BUILD_FAILS");

        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(failed.err()).contains("[ERROR] the build fails", "Maven could not build create-session");
        assertRuns(checkout.run("sh", HELP));
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aRunThatIsStoppedWhileItBuildsLeavesNoLock() throws Exception {
        checkout.environment.put("BUILD_TAKES", "3600");
        Process run = checkout.start("sh", HELP);
        Path lock = checkout.root.resolve("target/examples-run.lock");
        checkout.awaitBuild();
        run.toHandle().destroy();

        assertThat(run.waitFor()).isEqualTo(143);
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        Run run = checkout.run("sh", "quickstrat");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no example quickstrat", "Usage: examples/run", "quickstart  ");
    }

    @Test
    void withoutANameTheUsageIsShown() {
        assertThat(checkout.run("sh").exitCode()).isEqualTo(2);
        assertThat(checkout.run("sh", "--help").exitCode()).isZero();
        assertThat(checkout.run("sh", "--help").out()).contains("Usage: examples/run");
    }

    @Test
    void aMissingMavenIsNamed() {
        checkout.environment.put(
                "PATH", only("dirname", "find", "head", "ln", "mkdir", "readlink", "rm", "grep", "sed"));

        Run run = checkout.run("/bin/sh", HELP);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("there is no mvn", "install Maven");
    }

    @Test
    void aMissingJavaIsNamed() {
        checkout.environment.remove("JAVA_HOME");
        checkout.environment.put("PATH", only("dirname"));

        Run run = checkout.run("/bin/sh", HELP);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("there is no java", "JDK, 17 or newer");
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() {
        checkout.environment.put("JAVA_HOME", directory.toString());

        assertThat(checkout.run("sh", HELP).err()).contains("JAVA_HOME is " + directory, "JDK, 17 or newer");
    }

    @Test
    void anOldJavaIsNamed() throws IOException {
        Path java = Files.createDirectories(directory.resolve("old/bin")).resolve("java");
        script(java, "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        checkout.environment.put("JAVA_HOME", directory.resolve("old").toString());

        Run run = checkout.run("sh", HELP);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("version 11", "JDK, 17 or newer");
    }

    /** A PATH on which there is nothing but these. */
    private String only(String... tools) {
        Path few = directory.resolve("few");
        try {
            Files.createDirectory(few);
            for (String tool : tools) {
                script(few.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return few.toString();
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void assertRuns(Run run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Usage: create-session");
    }
}
