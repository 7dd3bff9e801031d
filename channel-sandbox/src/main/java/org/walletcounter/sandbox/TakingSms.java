package org.walletcounter.sandbox;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/**
 * Takes messages: puts segments together, writes each message into the book before it answers, and sends a delivery
 * receipt where one was asked for.
 */
final class TakingSms implements Receiving {

    private static final System.Logger LOG = System.getLogger(TakingSms.class.getName());
    private static final long SLOW_MILLIS = 3_000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final SmsBook book;
    private final Faults faults;
    private final Executor threads;
    private final Segments segments = new Segments();

    TakingSms(SmsBook book, Faults faults, Executor threads) {
        this.book = book;
        this.faults = faults;
        this.threads = threads;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
        if (Faults.strikes(faults.throttle)) {
            throw new ProcessRequestException("Too fast", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        if (Faults.strikes(faults.drop)) {
            session.close();
            throw new ProcessRequestException("Cut off", SMPPConstant.STAT_ESME_RSYSERR);
        }
        if (Faults.strikes(faults.slow)) {
            pause();
        }
        MessageId id = nextId();
        segments.add(message).ifPresent(whole -> {
            book.take(message.getSourceAddr(), plus(message), whole.text(), whole.parts());
            LOG.log(Level.INFO, "SMS to {0}: {1}", plus(message), whole.text());
        });
        if (SMSCDeliveryReceipt.SUCCESS_FAILURE.containedIn(message.getRegisteredDelivery())) {
            threads.execute(() -> receipt(message, session, id));
        }
        return new SubmitSmResult(id, new org.jsmpp.bean.OptionalParameter[0]);
    }

    private static void receipt(SubmitSm message, SMPPServerSession session, MessageId id) {
        String now = STAMP.format(Clock.systemUTC().instant());
        String text = "id:" + id.getValue() + " sub:001 dlvrd:001 submit date:" + now + " done date:" + now
                + " stat:DELIVRD err:000 text:";
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    message.getDestAddress(),
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    message.getSourceAddr(),
                    new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(),
                    DataCodings.ZERO,
                    text.getBytes(StandardCharsets.US_ASCII));
        } catch (Exception gone) {
            LOG.log(Level.INFO, "A delivery receipt found nobody: {0}", gone.getMessage());
        }
    }

    private static String plus(SubmitSm message) {
        String phone = message.getDestAddress();
        return phone.startsWith("+") ? phone : "+" + phone;
    }

    private static MessageId nextId() throws ProcessRequestException {
        try {
            return new MessageId(Long.toString(
                    java.util.concurrent.ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L)));
        } catch (org.jsmpp.PDUStringException impossible) {
            throw new ProcessRequestException("No id", SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
