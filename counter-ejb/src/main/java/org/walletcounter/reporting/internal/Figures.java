package org.walletcounter.reporting.internal;

import java.sql.SQLException;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;

/** Where one report's figures come from, open while the report is filled. */
interface Figures extends AutoCloseable {

    /** What the template has as parameters. */
    Map<String, Object> parameters() throws SQLException;

    /** Whether there are more rows than this; to be asked before {@link #rows}. */
    boolean longerThan(int most) throws SQLException;

    /** What the template walks through. */
    JRDataSource rows() throws SQLException;

    @Override
    void close() throws SQLException;
}
