package org.walletcounter.imports.internal.founding;

import java.io.IOException;

/** The merchant of a trial. */
public interface DemoMerchant {

    /**
     * Makes the demo merchant in an empty database, or goes on with it where a start before was broken off. Does nothing
     * where it is complete.
     */
    void make() throws IOException, InterruptedException;
}
