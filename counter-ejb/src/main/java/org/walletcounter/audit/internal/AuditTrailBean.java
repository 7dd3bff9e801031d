package org.walletcounter.audit.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.audit.AuditTrail;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;

/** Reads what {@link AuditWriter} has written down. */
@Stateless
@RolesAllowed({"manager", "analyst", "administrator"})
public class AuditTrailBean implements AuditTrail {

    private static final int MOST = 200;
    private static final String COLUMNS = "SELECT id, at, actor, act, subject, detail FROM audit.entry ";

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Override
    public Page<Entry> entries(Actor actor, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        String sql = COLUMNS + "WHERE merchant_id = ? AND id < ? ORDER BY id DESC LIMIT ?";
        List<Entry> found = select(sql, actor.merchantId(), before(after), most + 1);
        boolean more = found.size() > most;
        List<Entry> items = more ? found.subList(0, most) : found;
        return new Page<>(
                List.copyOf(items), more ? Long.toString(items.get(most - 1).id()) : null);
    }

    @Override
    public List<Entry> of(Actor actor, String subject) {
        return select(
                COLUMNS + "WHERE merchant_id = ? AND subject = ? ORDER BY id DESC LIMIT 200",
                actor.merchantId(),
                subject);
    }

    private List<Entry> select(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return entries;
        } catch (SQLException failure) {
            throw new EJBException("The audit trail could not be read: " + failure.getMessage(), failure);
        }
    }

    private static long before(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }
}
