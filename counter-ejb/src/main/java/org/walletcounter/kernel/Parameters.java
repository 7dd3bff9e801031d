package org.walletcounter.kernel;

import java.util.UUID;

/**
 * The values of the rule and parameter centre (规则与参数中心) that are in force. Asking costs nothing: each node keeps them until
 * they change, at most about a second behind ({@link Changes}). {@link ParameterCentre} sets them. Thread-safe.
 */
@FunctionalInterface
public interface Parameters {

    /** The value in force for a merchant now. */
    long value(Parameter parameter, UUID merchantId);
}
