package org.walletcounter.web;

import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** What failed on our side and is told as a refusal: the log has what happened, and whoever asked has its reference. */
public final class Failures {

    private Failures() {}

    /**
     * A refusal as it is told. Of {@link KernelError#INTERNAL} with a cause, the cause is logged under a fresh reference, and
     * the reference is all that is told; what is told already is not logged again. Any other refusal is told as it is.
     */
    public static CounterException told(CounterException refusal) {
        if (refusal.error() != KernelError.INTERNAL || refusal.getCause() == null) {
            return refusal;
        }
        UUID reference = UUID.randomUUID();
        WebLog.LOG.failed(reference, refusal);
        return new CounterException(KernelError.INTERNAL, reference);
    }
}
