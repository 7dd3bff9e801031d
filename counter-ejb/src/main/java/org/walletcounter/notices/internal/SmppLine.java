package org.walletcounter.notices.internal;

import java.io.IOException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.walletcounter.notices.internal.NoticesSettings.Centre;

/** One bound session with an SMS centre, and what a message looks like in SMPP 3.4. */
final class SmppLine {

    private static final long BIND_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = 10_000;
    private static final int WITH_HEADER = 0x40;
    private static final byte DEFAULT_ALPHABET = 0;
    private static final byte UCS2 = 8;

    private final Centre centre;
    private final SMPPSession session = new SMPPSession();

    private SmppLine(Centre centre) {
        this.centre = centre;
    }

    static SmppLine bind(Centre centre, MessageReceiverListener receipts) throws IOException {
        SmppLine line = new SmppLine(centre);
        line.session.setTransactionTimer(ANSWER_MILLIS);
        line.session.setMessageReceiverListener(receipts);
        BindParameter parameter = new BindParameter(
                BindType.BIND_TRX,
                centre.systemId(),
                centre.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
        try {
            line.session.connectAndBind(centre.host(), centre.port(), parameter, BIND_MILLIS);
        } catch (IOException failed) {
            line.session.close();
            throw failed;
        }
        return line;
    }

    boolean isUp() {
        return session.getSessionState().isBound();
    }

    void hangUp() {
        session.unbindAndClose();
    }

    /** Submits all segments and gives the network's name of the last. */
    String submit(String phone, Segmentation.Message message)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        String networkId = "";
        int kind = message.segments().size() > 1 ? WITH_HEADER : 0;
        for (byte[] segment : message.segments()) {
            networkId = session.submitShortMessage(
                            "",
                            TypeOfNumber.ALPHANUMERIC,
                            NumberingPlanIndicator.UNKNOWN,
                            centre.sender(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            phone.replace("+", ""),
                            new ESMClass(kind),
                            (byte) 0,
                            (byte) 1,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            DataCodings.newInstance(message.wide() ? UCS2 : DEFAULT_ALPHABET),
                            (byte) 0,
                            segment)
                    .getMessageId();
        }
        return networkId;
    }
}
