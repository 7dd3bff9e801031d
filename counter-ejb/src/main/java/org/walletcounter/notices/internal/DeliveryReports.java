package org.walletcounter.notices.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hears that a message has reached its phone. */
@FunctionalInterface
public interface DeliveryReports {

    /** What the network says of a delivered message: appendix B of SMPP 3.4. */
    Pattern DELIVERED = Pattern.compile("id:(\\S+) .*stat:DELIVRD", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The message that this name of the network stands for was delivered. */
    void delivered(String networkId);

    /** The name of the message that a receipt calls delivered. */
    static Optional<String> deliveredId(String receipt) {
        Matcher matcher = DELIVERED.matcher(receipt);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
