package org.walletcounter.web.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;

/** What a page was asked for with. */
public final class Asked {

    private Asked() {}

    /**
     * The id in the address.
     *
     * @throws CounterException of this kind where there is none, or what stands there is none
     */
    public static UUID id(@Nullable UUID id, ErrorCode noneSuch) {
        if (id == null) {
            throw new CounterException(noneSuch);
        }
        return id;
    }
}
