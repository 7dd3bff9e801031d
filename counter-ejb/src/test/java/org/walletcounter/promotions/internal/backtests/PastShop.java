package org.walletcounter.promotions.internal.backtests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.walletcounter.kernel.Ids;
import org.walletcounter.testing.TestDatabase;

/** A merchant with past sales, written straight into the tables as payments leave them. */
final class PastShop {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);
    static final List<String> CATEGORIES = List.of("Tea", "Cups", "Cake", "Cards");

    private static final int DAYS = 30;

    final UUID merchant;
    final UUID store = UUID.randomUUID();
    final UUID otherStore = UUID.randomUUID();

    private final TestDatabase database;
    private final Random random = new Random(7);

    PastShop(TestDatabase database) {
        this.database = database;
        this.merchant = database.newMerchant();
        database.asOwner(
                "SELECT ledger.make_partitions(now())",
                "INSERT INTO merchants.merchant VALUES ('" + merchant + "', '" + merchant
                        + "', 'Past', '旧', 'CNY', 'Asia/Shanghai')",
                "INSERT INTO merchants.store (id, merchant_id, code, name_en, name_zh) VALUES ('" + store + "', '"
                        + merchant + "', '01', 'One', '一'), ('" + otherStore + "', '" + merchant
                        + "', '02', 'Two', '二')");
        for (int i = 0; i < CATEGORIES.size() * 5; i++) {
            database.asOwner("INSERT INTO orders.product (id, merchant_id, sku, name_en, category, price, currency,"
                    + " unit_cost) VALUES ('" + product(i) + "', '" + merchant + "', 'P" + i + "', 'P', '"
                    + CATEGORIES.get(i % CATEGORIES.size()) + "', 1, 'CNY', " + (i % 3 == 0 ? "NULL" : "" + 60 * i)
                    + ")");
        }
    }

    /** So many sales of one to six lines, a third of them by a member, over thirty days. */
    void sell(int sales) {
        try (Connection connection = database.owner().getConnection();
                PreparedStatement payment = connection.prepareStatement(
                        "INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount,"
                                + " currency, tender_kind, member_id, cashier_id, cashier, occurred_at, business_day)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 'CNY', ?, ?, 'staff:1', 'Ada', ?, ?)");
                PreparedStatement line = connection.prepareStatement(
                        "INSERT INTO transactions.sale_line VALUES (?, ?, ?, ?, 'Text', ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < sales; i++) {
                sell(i, payment, line);
                if (i % 500 == 499) {
                    payment.executeBatch();
                    line.executeBatch();
                }
            }
            payment.executeBatch();
            line.executeBatch();
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A sale of the first day without lines, paid with a part in each of these tenders. */
    UUID pay(long amount, String... tenders) {
        UUID id = Ids.at(Instant.now());
        pay(id, "S-" + id, amount, tenders);
        return id;
    }

    /** A gate's payment of the first day: so many fares of members, none of whom stands in it. */
    void payFares(int count, long each) {
        UUID id = Ids.at(Instant.now());
        pay(id, "TAPS-" + id, count * each, "WALLET");
        line(id, count, each);
    }

    private void pay(UUID id, String number, long amount, String... tenders) {
        database.asOwner("INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount,"
                + " currency, tender_kind, cashier_id, cashier, occurred_at, business_day) VALUES ('" + id + "', '"
                + merchant + "', '" + store + "', '" + number + "', 'SUCCEEDED', " + amount + ", 'CNY', '"
                + (tenders.length == 1 ? tenders[0] : "MIXED") + "', 'staff:1', 'Ada', '" + FIRST_DAY + " 04:00Z', '"
                + FIRST_DAY + "')");
        for (int i = 0; i < tenders.length; i++) {
            database.asOwner("INSERT INTO transactions.tender (payment_id, line, kind, amount) VALUES ('" + id + "', "
                    + (i + 1) + ", '" + tenders[i] + "', " + amount / tenders.length + ")");
        }
    }

    /** What was sold with a payment. */
    void line(UUID payment, int quantity, long unit) {
        database.asOwner("INSERT INTO transactions.sale_line VALUES ('" + payment + "', 1, NULL, 'X', 'Text', 'Other', "
                + quantity + ", " + unit + ", " + quantity * unit + ")");
    }

    private void sell(int number, PreparedStatement payment, PreparedStatement line) throws SQLException {
        UUID id = Ids.at(Instant.now());
        int lines = random.nextInt(7);
        long total = 0;
        for (int i = 1; i <= lines; i++) {
            int product = random.nextInt(CATEGORIES.size() * 5);
            int quantity = 1 + random.nextInt(3);
            long unit = 100 + 100L * product;
            line.setObject(1, id);
            line.setInt(2, i);
            line.setObject(3, product(product));
            line.setString(4, "P" + product);
            line.setString(5, CATEGORIES.get(product % CATEGORIES.size()));
            line.setInt(6, quantity);
            line.setLong(7, unit);
            line.setLong(8, unit * quantity);
            line.addBatch();
            total += unit * quantity;
        }
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        payment.setObject(1, id);
        payment.setObject(2, merchant);
        payment.setObject(3, random.nextInt(4) == 0 ? otherStore : store);
        payment.setString(4, "S" + number);
        payment.setString(5, random.nextInt(20) == 0 ? "REFUSED" : "SUCCEEDED");
        payment.setLong(6, lines == 0 ? 4_200 : total);
        payment.setString(7, random.nextBoolean() ? "WALLET" : "CASH");
        payment.setObject(
                8, random.nextInt(3) == 0 ? new UUID(merchant.getLeastSignificantBits(), random.nextInt(5_000)) : null);
        payment.setObject(9, day.atTime(LocalTime.of(4, 0)).atOffset(ZoneOffset.UTC));
        payment.setObject(10, day);
        payment.addBatch();
    }

    private UUID product(int number) {
        return new UUID(merchant.getMostSignificantBits(), number);
    }
}
