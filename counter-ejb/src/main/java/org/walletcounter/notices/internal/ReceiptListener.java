package org.walletcounter.notices.internal;

import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;

/** Hears the delivery receipts of the SMS centre, and nothing else it may say. */
record ReceiptListener(DeliveryReports reports) implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {
        if (message.isSmscDeliveryReceipt()) {
            String text = new String(message.getShortMessage(), StandardCharsets.ISO_8859_1);
            DeliveryReports.deliveredId(text).ifPresent(reports::delivered);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Nobody asked for one.
    }

    @Override
    public @Nullable DataSmResult onAcceptDataSm(DataSm data, Session source) {
        return null;
    }
}
