package org.walletcounter.reporting.internal;

import java.sql.SQLException;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;

/** A report's figures, and parameters that no query of its folder gives. */
record Besides(Figures figures, Map<String, Object> more) implements Figures {

    @Override
    public Map<String, Object> parameters() throws SQLException {
        Map<String, Object> all = figures.parameters();
        all.putAll(more);
        return all;
    }

    @Override
    public boolean longerThan(int most) throws SQLException {
        return figures.longerThan(most);
    }

    @Override
    public JRDataSource rows() throws SQLException {
        return figures.rows();
    }

    @Override
    public void close() throws SQLException {
        figures.close();
    }
}
