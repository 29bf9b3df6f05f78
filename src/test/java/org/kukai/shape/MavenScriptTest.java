package org.kukai.shape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code mvnw} on machines of all kinds, each made of a few folders: a home, a PATH, JDKs and a Maven that only answer. */
class MavenScriptTest {
    private static final List<String> TOOLS = List.of(
            "sh", "sed", "head", "tail", "grep", "dirname", "readlink", "mkdir", "mktemp", "mv", "rm", "chmod", "cat");

    @TempDir
    Path machine;

    private Path script = Path.of("mvnw");

    @BeforeEach
    void layOutTheMachine() throws IOException {
        for (String folder : List.of("bin", "home", "usr/lib/jvm", "a project")) {
            Files.createDirectories(machine.resolve(folder));
        }
        for (String tool : TOOLS) {
            Path real = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            Files.createSymbolicLink(machine.resolve("bin").resolve(tool), real);
        }
        String text = Sources.text(Path.of("mvnw"))
                .replace(" /usr/", " " + machine + "/usr/")
                .replace(" /opt/", " " + machine + "/opt/")
                .replace(" /Library/", " " + machine + "/Library/");
        script = executable(machine.resolve("a project/mvnw"), text);
    }

    @Test
    void saysInOneLineWhatToInstallWhereNoJdkIsNewEnough() throws Exception {
        jdk("java-17", "17.0.15");
        maven("3.9.11");

        Outcome outcome = run("verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .isEqualTo("mvnw: Kukai needs a JDK 25 or newer; install one (for example Eclipse Temurin 25) or point"
                        + " JAVA_HOME to it.\n");
    }

    @Test
    void findsTheJdkThatIsNewEnoughWhateverComesFirst() throws Exception {
        Path old = jdk("java-17", "17.0.15");
        Path good = jdk("temurin-25", "25.0.3");
        maven("3.9.11");

        Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), "-q", "test", "-Dtest=a b");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said())
                .isEqualTo("ran with " + good + ": -f|" + machine + "/a project/pom.xml|-q|test|-Dtest=a b|\n");
    }

    @Test
    void readsTheVersionsOfOldAndOfUnfinishedJdks() throws Exception {
        jdk("java-8", "1.8.0_402");
        Path early = jdk("java-26", "26-ea");
        maven("3.9.11");

        assertThat(run("verify").said()).startsWith("ran with " + early + ":");
    }

    @Test
    void hasAnOldMavenFetchANewOneOnce() throws Exception {
        Path good = jdk("temurin-25", "25.0.3");
        maven("3.8.7");

        Outcome first = run("verify");
        Outcome second = run("verify");

        assertThat(first.said()).isEqualTo("ran with " + good + ": -f|" + machine + "/a project/pom.xml|verify|\n");
        assertThat(second).isEqualTo(first);
        assertThat(Files.readAllLines(machine.resolve("home/fetched"))).hasSize(1);
        try (Stream<Path> left = Files.list(machine.resolve("home/.cache/kukai"))) {
            assertThat(left.map(path -> String.valueOf(path.getFileName()))).containsExactly("apache-maven-3.9.11");
        }
    }

    @Test
    void saysInOneLineThatItNeedsSomeMaven() throws Exception {
        jdk("temurin-25", "25.0.3");

        Outcome outcome = run("verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .startsWith("mvnw: Kukai needs Maven 3.9 or newer; install Maven")
                .hasLineCount(1);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = machine.resolve("usr/lib/jvm").resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A Maven that tells how it was called; an old one also "fetches" the new one when asked to. */
    private void maven(String version) throws IOException {
        String tell = "printf 'ran with %s: ' \"$JAVA_HOME\"; printf '%s|' \"$@\"; echo";
        executable(machine.resolve("bin/mvn"), """
                #!/bin/sh
                case "$*" in
                -v) echo "Apache Maven VERSION (abc)" ;;
                *dependency-plugin*)
                    echo fetched >>"$HOME/fetched"
                    for word in "$@"; do case "$word" in -DoutputDirectory=*) out=${word#*=} ;; esac; done
                    mkdir -p "$out/apache-maven-3.9.11/bin"
                    cat >"$out/apache-maven-3.9.11/bin/mvn" <<'END'
                #!/bin/sh
                TELL
                END
                    ;;
                *) TELL ;;
                esac
                """.replace("VERSION", version).replace("TELL", tell));
    }

    private Outcome run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int code, String said) {}
}
