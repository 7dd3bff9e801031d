package org.walletcounter.notices.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jspecify.annotations.Nullable;
import org.walletcounter.notices.internal.NoticesSettings.Centre;
import org.walletcounter.notices.internal.SentMessage.Fate;

/** Sends through the SMS centre. It binds when there is something to send, and again after the line was lost. */
@ApplicationScoped
class SmsCentre {

    /** Answers of the SMS centre that mean "later": system error, queue full, too fast. */
    private static final Set<Integer> LATER = Set.of(0x08, 0x14, 0x58);

    private final NoticesSettings settings;
    private final DeliveryReports reports;
    private final AtomicInteger references = new AtomicInteger();
    private @Nullable SmppLine line;

    @Inject
    SmsCentre(NoticesSettings settings, DeliveryReports reports) {
        this.settings = settings;
        this.reports = reports;
    }

    /** For the container's proxies. */
    SmsCentre() {
        this(new NoticesSettings(), networkId -> {});
    }

    /**
     * Hands a text over and says what became of it.
     *
     * @throws IllegalStateException when it was not taken now and may be taken later
     */
    Fate submit(String message, String phone, String text) {
        Centre centre = settings.centre().orElseThrow(NoticesLog.LOG::noCentre);
        try {
            Segmentation.Message parts = Segmentation.of(text, references.incrementAndGet() & 0xFF);
            return new Fate("SENT", line(centre).submit(phone, parts));
        } catch (NegativeResponseException no) {
            int status = no.getCommandStatus();
            if (LATER.contains(status)) {
                throw NoticesLog.LOG.notTaken(centre.host(), centre.port(), "status " + status, no);
            }
            NoticesLog.LOG.refused(message, status);
            return new Fate("FAILED", null);
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException lost) {
            hangUp();
            throw NoticesLog.LOG.notTaken(centre.host(), centre.port(), String.valueOf(lost.getMessage()), lost);
        }
    }

    /** Ends the line. */
    @PreDestroy
    synchronized void hangUp() {
        if (line != null) {
            line.hangUp();
            line = null;
        }
    }

    private synchronized SmppLine line(Centre centre) throws IOException {
        SmppLine known = line;
        if (known != null && known.isUp()) {
            return known;
        }
        hangUp();
        SmppLine fresh = SmppLine.bind(centre, new ReceiptListener(reports));
        NoticesLog.LOG.bound(centre.host(), centre.port());
        line = fresh;
        return fresh;
    }
}
