package org.walletcounter.reporting.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.reporting.ReportingError;

/** Whose wallet a statement is about. Members only ever get their own, whatever they ask for. */
record WalletSubject(UUID memberId, String currency) {

    private static final String MEMBER = "member:";

    /** Reads "member id" or "member id/currency"; a member may leave it out. */
    static WalletSubject of(Actor actor, @Nullable String subject, String currency) {
        String[] parts = subject == null ? new String[0] : subject.split("/", 2);
        String chosen = parts.length == 2 ? parts[1] : currency;
        if (actor.id().startsWith(MEMBER)) {
            UUID own = id(actor.id().substring(MEMBER.length()));
            if (parts.length > 0 && !id(parts[0]).equals(own)) {
                throw refused();
            }
            return new WalletSubject(own, chosen);
        }
        if (parts.length == 0) {
            throw refused();
        }
        return new WalletSubject(id(parts[0]), chosen);
    }

    static CounterException refused() {
        return CounterException.at("subject", ReportingError.NO_SUCH_SUBJECT);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw refused();
        }
    }
}
