package org.walletcounter.web.api.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.Members;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Json;

/**
 * Enrols a phone once per key. Its secret is shown with the first answer and kept nowhere, so a repeat can only tell which
 * phone it was.
 */
@ApplicationScoped
public class Enrolling {

    private static final int ENROLLED = 200;
    private static final String NUMBER = "number";

    @Inject
    Members members;

    @Inject
    Commands commands;

    /**
     * Answers with the phone's key.
     *
     * @throws CounterException {@link MemberError#DEVICE_ENROLLED_BEFORE} with the phone's number on a repeat
     */
    Response enrol(Actor actor, UUID memberId, CommandKey key, Locale locale) {
        AtomicReference<@Nullable DeviceKey> enrolled = new AtomicReference<>();
        Response kept = commands.run(key, ENROLLED, locale, () -> {
            DeviceKey device = members.enrolDevice(actor, memberId);
            enrolled.set(device);
            return Map.of(NUMBER, device.number());
        });
        if (kept.getStatus() != ENROLLED) {
            return kept;
        }
        DeviceKey shown = enrolled.get();
        if (shown == null) {
            throw new CounterException(MemberError.DEVICE_ENROLLED_BEFORE, number(kept));
        }
        return Response.ok(shown).build();
    }

    private static String number(Response kept) {
        return Json.SHARED
                .fromJson((String) kept.getEntity(), JsonObject.class)
                .getJsonNumber(NUMBER)
                .toString();
    }
}
