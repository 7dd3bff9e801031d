package org.walletcounter.kernel.internal;

import jakarta.ejb.EJBException;
import java.sql.SQLException;

/** What the kernel does when the database does not answer. */
interface Sql {

    /** The failure for the container: it rolls the transaction back and delivery answers "not now". */
    static EJBException unavailable(SQLException failure) {
        return new EJBException("The database did not do what it was asked: " + failure.getMessage(), failure);
    }
}
