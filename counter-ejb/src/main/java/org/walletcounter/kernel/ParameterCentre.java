package org.walletcounter.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rule and parameter centre (规则与参数中心): values with versions, effective times and authors. {@link Parameters} has those
 * in force. Thread-safe.
 */
public interface ParameterCentre {

    /**
     * Sets a value from a moment on; earlier versions stay on record.
     *
     * @throws CounterException {@link KernelError#PARAMETER_OUT_OF_RANGE}, {@link KernelError#PARAMETER_IN_THE_PAST}
     */
    void set(Parameter parameter, long value, Instant from, Actor author);

    /**
     * Sets a value from a moment on, and says why; earlier versions stay on record.
     *
     * @throws CounterException {@link KernelError#PARAMETER_OUT_OF_RANGE}, {@link KernelError#PARAMETER_IN_THE_PAST}
     */
    void set(Parameter parameter, long value, Instant from, String reason, Actor author);

    /** All versions of a parameter for a merchant, newest first. Managers and administrators. */
    List<Version> history(Parameter parameter, UUID merchantId);

    /** One version of a value. */
    record Version(
            long value,
            Instant from,
            String author,
            Instant setAt,
            @Nullable String reason) {}
}
