package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.walletcounter.kernel.Ids;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** What a starting server makes of a key file, by the members that it finds. */
class ProvingKeysTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestPersistence PERSISTENCE = new TestPersistence(new TestTransactions(DATABASE.app()));
    private static final SecretKey FIRST = MembersFixture.key(1, "AES");
    private static final SecretKey SECOND = MembersFixture.key(2, "AES");
    private static final SecretKey STRANGE = MembersFixture.key(3, "AES");
    private static final SecretKey INDEX = MembersFixture.key(9, "HmacSHA256");

    private final UUID merchant = UUID.randomUUID();
    private final Moment clock = new Moment();
    private final EntityManager database = PERSISTENCE.current();
    private final ProvingKeys proving = new ProvingKeys();
    private final Vault first = vault(1, Map.of(1, FIRST), INDEX);
    private final Vault second = vault(2, Map.of(1, FIRST, 2, SECOND), INDEX);
    private final Vault third = vault(3, Map.of(1, FIRST, 2, SECOND, 3, STRANGE), INDEX);
    private final Vault strange = vault(1, Map.of(1, STRANGE), INDEX);

    @BeforeEach
    void nobody() {
        DATABASE.asOwner("TRUNCATE members.member CASCADE");
        proving.database = database;
    }

    @Test
    void whereNobodyIsRegisteredEachFileWillDo() {
        assertThatNoException().isThrownBy(() -> start(first));
        assertThatNoException().isThrownBy(() -> start(strange));
    }

    @Test
    void whoIsRegisteredUnderOneFileIsNotServedWithAnother() {
        register(first, "+447700900101");

        assertThatNoException().isThrownBy(() -> start(first));
        refused(strange, "key.1");
        refused(vault(1, Map.of(1, FIRST), MembersFixture.key(8, "HmacSHA256")), "index");
    }

    @Test
    void aKeyThatWasCurrentOnceStaysInTheFile() {
        register(first, "+447700900101");
        register(first, "+447700900102");
        clock.pass(Duration.ofDays(100));
        register(second, "+447700900103");
        register(second, "+447700900104");
        clock.pass(Duration.ofDays(100));
        register(third, "+447700900105");
        register(third, "+447700900106");

        assertThatNoException().isThrownBy(() -> start(third));
        refused(vault(3, Map.of(2, SECOND, 3, STRANGE), INDEX), "key.1");
        refused(vault(3, Map.of(1, FIRST, 2, STRANGE, 3, STRANGE), INDEX), "key.2");
        refused(vault(3, Map.of(1, FIRST, 2, SECOND, 3, SECOND), INDEX), "key.3");
    }

    @Test
    void oneThatIsDamagedStopsNobody() {
        UUID damaged = register(first, "+447700900101");
        clock.pass(Duration.ofDays(1));
        register(first, "+447700900102");
        damage(damaged);

        assertThatNoException().isThrownBy(() -> start(first));
        refused(strange, "key.1");
    }

    @Test
    void oneOfWhoseKeyHardlyAnythingIsLeftStopsNobody() {
        UUID damaged = register(first, "+447700900101");
        clock.pass(Duration.ofDays(1));
        register(first, "+447700900102");
        DATABASE.asOwner("UPDATE members.member SET key_wrapped = '\\x01' WHERE id = '" + damaged + "'");

        assertThatNoException().isThrownBy(() -> start(first));
        refused(strange, "key.1");
    }

    /** Seen from far off, there are the very first member, the very last, and the one after the long time between. */
    @Test
    void whereOneDoesNotOpenOthersOfItsKeyAreTried() {
        UUID veryFirst = register(first, "+447700900101");
        clock.pass(Duration.ofSeconds(1));
        register(first, "+447700900102");
        clock.pass(Duration.ofDays(100));
        register(second, "+447700900103");
        clock.pass(Duration.ofSeconds(1));
        register(third, "+447700900104");
        clock.pass(Duration.ofSeconds(1));
        UUID veryLast = register(third, "+447700900105");
        damage(veryFirst);
        damage(veryLast);

        assertThatNoException().isThrownBy(() -> start(third));
        refused(vault(3, Map.of(1, STRANGE, 2, SECOND, 3, STRANGE), INDEX), "key.1");
        refused(vault(3, Map.of(1, FIRST, 2, SECOND, 3, FIRST), INDEX), "key.3");
    }

    /** A former key has no other member, which proves nothing while the current one opens its own. */
    @Test
    void theOnlyOneOfAKeyMayBeDamagedWhereOthersOpen() {
        UUID damaged = register(first, "+447700900101");
        clock.pass(Duration.ofDays(100));
        register(second, "+447700900102");
        damage(damaged);

        assertThatNoException().isThrownBy(() -> start(second));
        refused(vault(2, Map.of(1, FIRST, 2, STRANGE), INDEX), "key.1");
    }

    /** A file of another installation is far likelier than damage. */
    @Test
    void theOnlyMemberThatThereIsHasToOpen() {
        UUID only = register(first, "+447700900101");
        damage(only);
        refused(first, "key.1");

        DATABASE.asOwner("UPDATE members.member SET key_wrapped = '\\x01' WHERE id = '" + only + "'");
        refused(first, "the keys");
    }

    @Test
    void whoIsErasedProvesNothing() {
        register(first, "+447700900101");
        DATABASE.asOwner("UPDATE members.member SET key_wrapped = ''");

        assertThatNoException().isThrownBy(() -> start(strange));
    }

    @Test
    void aFileIsMadeOnlyWhereNobodyIsRegistered(@TempDir Path folder) {
        Path file = folder.resolve("members.keys");
        UUID member = register(first, "+447700900101");

        assertThatIllegalStateException().isThrownBy(() -> load(file)).withMessageContaining("WCTR03012");
        assertThat(file).doesNotExist();

        DATABASE.asOwner("DELETE FROM members.identifier", "DELETE FROM members.member WHERE id = '" + member + "'");
        InstallationKeys made = load(file);
        assertThat(load(file)).isEqualTo(made);
    }

    private static void damage(UUID member) {
        DATABASE.asOwner("UPDATE members.member SET key_wrapped = key_wrapped || '\\x00' WHERE id = '" + member + "'");
    }

    private InstallationKeys load(Path file) {
        return PERSISTENCE.inNew(() -> new MembersSettings(proving).keys(file, true));
    }

    private void refused(Vault vault, String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(vault))
                .withMessageContaining("WCTR03013")
                .withMessageContaining(key + " of the installation key file");
    }

    private void start(Vault vault) {
        MembersHousekeeping keeping = new MembersHousekeeping();
        keeping.vault = vault;
        keeping.proving = proving;
        PERSISTENCE.inNew(() -> {
            keeping.start();
            return keeping;
        });
    }

    private UUID register(Vault vault, String phone) {
        return PERSISTENCE.inNew(() -> {
            Member member = new Member(Ids.next(clock), merchant, "M " + phone, clock.instant(), vault);
            member.call("Li Lei", "en", vault);
            database.persist(member);
            database.flush();
            Identity identity = new Identity(MemberIdentifier.PHONE, phone);
            database.persist(new MemberIdentifier(Ids.next(clock), member, identity, clock.instant(), vault));
            return member.id();
        });
    }

    private static Vault vault(int current, Map<Integer, SecretKey> wrapping, SecretKey index) {
        return new Vault(new InstallationKeys(current, wrapping, index));
    }
}
