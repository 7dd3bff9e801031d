package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a database to ask, see {@link ProvingKeysTest}. */
class MembersSettingsTest {

    /** It cannot know that nothing is sealed yet, and what is sealed would never open under new keys. */
    @Test
    void whereNobodyCanBeAskedWhetherThereAreMembersNoFileIsMade(@TempDir Path folder) {
        Path file = folder.resolve("members.keys");
        assertThatIllegalStateException()
                .isThrownBy(() -> new MembersSettings().keys(file, true))
                .withMessageContaining("WCTR03012");
        assertThat(file).doesNotExist();
    }
}
