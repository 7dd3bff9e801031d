package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Answer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.internal.TestKernel;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.MemberView.State;

/** What the operator guide's statements do to a member, word by word. */
class ErasingTest {

    private static final Path GUIDE = Path.of("../docs/guides/operator.md");

    private final MembersFixture house = new MembersFixture();
    private final Actor manager = house.actor("manager");
    private final Idempotency kept =
            TestKernel.idempotency(MembersFixture.LEDGER.transactions().source());

    @Test
    void whoIsNotClosedLosesNothing() throws IOException {
        MemberView lei = house.members.member(
                manager, house.register("07700 900180", "Li Lei").id());

        erase(lei);

        assertThat(house.members.member(manager, lei.id())).isEqualTo(lei);
        assertThat(house.members.byNumber(manager, "07700 900180")).contains(lei.id());
    }

    @Test
    void ofWhoIsClosedNothingIsLeftThatNamesThem() throws IOException {
        MemberView lei = house.register("07700 900181", "Li Lei");
        house.members.identify(manager, lei.id(), "card", "9900 0012 37");
        house.members.setState(manager, lei.id(), State.CLOSED);

        erase(lei);

        MemberView erased = house.members.member(manager, lei.id());
        assertThat(erased.name()).isEmpty();
        assertThat(erased.identifiers()).isEmpty();
        assertThat(erased.wallets()).isEqualTo(lei.wallets());
    }

    @Test
    void whatTheRegistrationWasKeptUnderGoesWithIt() throws IOException {
        MemberView lei = house.register("07700 900182", "Li Lei");
        CommandKey key = CommandKey.of(manager.id(), UUID.randomUUID().toString(), "whatever was said");
        Answer registered = new Answer(201, "{\"id\":\"" + lei.id() + "\"}", false);
        kept.keep(key, registered);

        erase(lei);
        assertThat(kept.recall(key).map(Answer::body)).contains(registered.body());

        house.members.setState(manager, lei.id(), State.CLOSED);
        erase(lei);
        assertThat(kept.recall(key)).isEmpty();
    }

    private static void erase(MemberView member) throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("BEGIN;", guide.indexOf("### Erasing a member"));
        String statements = guide.substring(start, guide.indexOf("```", start));
        MembersFixture.DATABASE.asOwner(statements.replace("…", member.id().toString()));
    }
}
