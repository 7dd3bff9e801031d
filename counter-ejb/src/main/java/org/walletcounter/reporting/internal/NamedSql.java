package org.walletcounter.reporting.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query with :named parameters, as the report folders write them. A double colon stays PostgreSQL's cast. */
class NamedSql {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]\\w*)");

    private final String statement;
    private final List<String> names = new ArrayList<>();

    NamedSql(String text) {
        Matcher name = NAME.matcher(text.replaceAll("(?m)--.*$", ""));
        statement = name.replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
    }

    PreparedStatement prepare(Connection connection, Map<String, Object> values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalStateException("A report's query asks for :" + name + ", which nobody gives.");
            }
            prepared.setObject(i + 1, values.get(name));
        }
        return prepared;
    }
}
