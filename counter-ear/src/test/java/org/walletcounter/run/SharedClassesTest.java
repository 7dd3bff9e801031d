package org.walletcounter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Java is told that does not keep its classes by itself. */
class SharedClassesTest {

    private static final Instant BUILT = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    private Path folder;

    private Path ear;
    private Path archive;

    @BeforeEach
    void anApplication() throws IOException {
        assumeTrue(Runtime.version().feature() < 19);
        ear = Files.writeString(folder.resolve("counter.ear"), "classes");
        Files.setLastModifiedTime(ear, FileTime.from(BUILT));
        archive = folder.resolve("classes-" + Runtime.version().feature() + ".jsa");
    }

    @Test
    void theFirstServerLeavesItsClasses() {
        assertThat(options()).contains("-XX:ArchiveClassesAtExit=" + archive);
    }

    @Test
    void theNextOneTakesThem() throws IOException {
        leftAt(BUILT.plusSeconds(60));
        assertThat(options()).contains("-XX:SharedArchiveFile=" + archive).noneMatch(each -> each.contains("AtExit"));
    }

    @Test
    void thoseOfAnOlderApplicationAreLeftAnew() throws IOException {
        leftAt(BUILT.minusSeconds(60));
        assertThat(options()).contains("-XX:ArchiveClassesAtExit=" + archive);
        assertThat(archive).doesNotExist();
    }

    private void leftAt(Instant moment) throws IOException {
        Files.setLastModifiedTime(Files.writeString(archive, "kept"), FileTime.from(moment));
    }

    private Iterable<String> options() {
        return new SharedClasses(folder).options(ear);
    }
}
