package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private final Vault vault = new Vault(MembersFixture.keys());
    private final UUID lei = UUID.randomUUID();
    private final UUID han = UUID.randomUUID();

    @Test
    void whatIsSealedOpensAtItsPlaceOnly() {
        byte[] key = vault.newKey(lei);
        byte[] sealed = vault.seal(key, lei, "t|c|1", "Li Lei");
        assertThat(vault.text(key, lei, "t|c|1", sealed)).isEqualTo("Li Lei");
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.text(key, lei, "t|c|2", sealed))
                .withMessageContaining("WCTR03007");
    }

    @Test
    void aMembersKeyIsOfNoUseToAnother() {
        byte[] key = vault.newKey(lei);
        byte[] sealed = vault.seal(key, lei, "t|c|1", "Li Lei");
        assertThatIllegalStateException().isThrownBy(() -> vault.text(key, han, "t|c|1", sealed));
        assertThatIllegalStateException().isThrownBy(() -> vault.text(vault.newKey(lei), lei, "t|c|1", sealed));
    }

    @Test
    void aDestroyedKeyLeavesNothingReadable() {
        byte[] key = vault.newKey(lei);
        byte[] sealed = vault.seal(key, lei, "t|c|1", "Li Lei");
        assertThatIllegalStateException().isThrownBy(() -> vault.text(new byte[0], lei, "t|c|1", sealed));
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] key = vault.newKey(lei);
        byte[] sealed = vault.seal(key, lei, "t|c|1", "Li Lei");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> vault.text(key, lei, "t|c|1", changed));
        }
    }

    @Test
    void theIndexTellsMerchantsAndKindsApart() {
        byte[] phone = vault.index(lei, "phone", "+447700900123");
        assertThat(vault.index(lei, "phone", "+447700900123")).isEqualTo(phone);
        assertThat(vault.index(han, "phone", "+447700900123")).isNotEqualTo(phone);
        assertThat(vault.index(lei, "card", "+447700900123")).isNotEqualTo(phone);
    }

    @Test
    void theFirstStartMakesAFileForItsOwnerAndTheSecondReadsIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys/members.keys");
        InstallationKeys made = InstallationKeys.load(file, true, () -> false);
        assertThat(InstallationKeys.load(file, true, () -> true)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileIsNotMadeOverWhatIsSealedAlready(@TempDir Path folder) {
        Path file = folder.resolve("members.keys");
        assertThatIllegalStateException()
                .isThrownBy(() -> InstallationKeys.load(file, true, () -> true))
                .withMessageContaining("WCTR03012");
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutItsFileOrWithABrokenOneItRefusesAndSaysWhatToDo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("members.keys");
        assertThatIllegalStateException()
                .isThrownBy(() -> InstallationKeys.load(file, false, () -> false))
                .withMessageContaining("WCTR03001")
                .withMessageContaining("counter.members.key-file");
        Files.writeString(file, "current=1\nkey.1=dG9vIHNob3J0\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> InstallationKeys.load(file, true, () -> false))
                .withMessageContaining("WCTR03002");
    }
}
