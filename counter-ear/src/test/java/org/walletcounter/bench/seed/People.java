package org.walletcounter.bench.seed;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.walletcounter.bench.load.Population;
import org.walletcounter.bench.load.Population.Phones;
import org.walletcounter.members.internal.SealedMembers;

/** The members of one merchant, each with some phones. Sealing is the work; it runs on all cores. */
final class People {

    private static final int AT_ONCE = 10_000;
    private static final String[] NAMES = {"Ann Lee", "Bo Li", "Chen Wei", "Dora Wu", "Evan Zhou", "Fay Smith", "Gil Ma"
    };
    private final Connection connection;
    private final SealedMembers sealed;

    People(Connection connection, SealedMembers sealed) {
        this.connection = connection;
        this.sealed = sealed;
    }

    Phones make(UUID merchant, int members, int each) throws SQLException, IOException {
        int phones = members * each;
        byte[] secrets = new byte[phones * Phones.SECRET];
        new Random().nextBytes(secrets);
        Phones made = new Phones(each, numbers(phones), secrets);
        for (int from = 0; from < members; from += AT_ONCE) {
            write(merchant, made, from, Math.min(members, from + AT_ONCE));
        }
        return made;
    }

    private void write(UUID merchant, Phones phones, int from, int to) throws SQLException, IOException {
        List<SealedMembers.Rows> rows = IntStream.range(from, to)
                .parallel()
                .mapToObj(i -> person(merchant, phones, i))
                .toList();
        StringBuilder[] texts = {new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()};
        for (SealedMembers.Rows each : rows) {
            texts[0].append(each.member());
            texts[1].append(each.phoneNumber());
            texts[2].append(each.card());
            each.devices().forEach(texts[3]::append);
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        List<String> statements = SealedMembers.copies();
        for (int i = 0; i < texts.length; i++) {
            copy.copyIn(statements.get(i), new StringReader(texts[i].toString()));
        }
    }

    private SealedMembers.Rows person(UUID merchant, Phones phones, int member) {
        int first = member * phones.each();
        long[] numbers = new long[phones.each()];
        byte[][] secrets = new byte[phones.each()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = phones.numbers()[first + i];
            secrets[i] = phones.secret(first + i);
        }
        String telephone = "+4477" + String.format("%08d", member);
        return sealed.person(
                merchant,
                new SealedMembers.Person(NAMES[member % NAMES.length], telephone, Population.card(member)),
                numbers,
                secrets);
    }

    private long[] numbers(int count) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT nextval('members.device_number_seq') FROM generate_series(1, ?)")) {
            select.setInt(1, count);
            try (ResultSet row = select.executeQuery()) {
                long[] numbers = new long[count];
                for (int i = 0; row.next(); i++) {
                    numbers[i] = row.getLong(1);
                }
                return numbers;
            }
        }
    }
}
