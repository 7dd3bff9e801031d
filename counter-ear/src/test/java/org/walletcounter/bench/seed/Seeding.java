package org.walletcounter.bench.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.bench.load.Population;
import org.walletcounter.bench.load.Population.Goods;
import org.walletcounter.bench.load.Population.Merchant;
import org.walletcounter.bench.load.Population.Phones;
import org.walletcounter.bench.load.Population.Till;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.FundingLedger;
import org.walletcounter.members.internal.SealedMembers;

/**
 * Fills an empty counter with merchants, stores, tills, goods and people with money in their wallets: the rows that the
 * product would write, set by set. Leaves a {@link Population} for the generator.
 */
public final class Seeding {

    /** What every merchant of the benchmark counts in. */
    public static final String CURRENCY = "GBP";

    private static final int GOODS = 200;
    private static final long BALANCE = 490_000;
    private static final int FUNDED_AT_ONCE = 1000;
    private static final int PHONES_EACH = 3;
    private final String url;
    private final Path folder;
    private final Path keyFile;
    private final FundingLedger ledger = new FundingLedger();

    /**
     * Prepares.
     *
     * @param url of the database, with a user who may write everything
     * @param folder where populations are kept
     * @param keyFile the installation's keys, by which the server opens what is sealed here
     */
    public Seeding(String url, Path folder, Path keyFile) {
        this.url = url;
        this.folder = folder;
        this.keyFile = keyFile;
    }

    /** How many of everything. */
    public record Size(int merchants, int storesEach, int membersEach) {}

    /** Makes a population, unless that was done before. */
    public void make(String name, Size size) throws SQLException, IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < GOODS; i++) {
            goods.add(new Goods(String.format("B%04d", i), 50 + i * 5L));
        }
        List<Merchant> merchants = new ArrayList<>();
        SealedMembers sealed = new SealedMembers(keyFile);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < size.merchants; i++) {
                merchants.add(merchant(connection, sealed, name + i, size, goods));
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
        }
        Path draft = file.resolveSibling(name + ".new");
        new Population(CURRENCY, goods, merchants).write(draft);
        Files.move(draft, file);
    }

    /** A new key of an administrator of a population's first merchant: nobody else is told where a promise is broken. */
    public static String administratorKey(Connection connection, String population) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM merchants.merchant WHERE code = ?")) {
            select.setString(1, population + "0");
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return key(connection, row.getObject("id", UUID.class), "administrator", null, null);
            }
        }
    }

    private Merchant merchant(Connection connection, SealedMembers sealed, String code, Size size, List<Goods> goods)
            throws SQLException, IOException {
        UUID merchant = Ids.next(Clock.systemUTC());
        insert(
                connection,
                "INSERT INTO merchants.merchant (id, code, name_en, name_zh, currency, zone) VALUES (?, ?, ?, ?, ?, ?)",
                List.of(List.of(merchant, code, "Merchant " + code, "商户 " + code, CURRENCY, "Europe/London")));
        List<Till> tills = places(connection, merchant, size.storesEach);
        sell(connection, merchant, goods);
        Phones phones = new People(connection, sealed).make(merchant, size.membersEach, PHONES_EACH);
        openWallets(connection, merchant);
        fund(connection, merchant);
        return new Merchant(key(connection, merchant, "manager", null, null), tills, phones);
    }

    private static List<Till> places(Connection connection, UUID merchant, int stores) throws SQLException {
        List<Till> tills = new ArrayList<>();
        for (int i = 0; i < stores; i++) {
            UUID store = Ids.next(Clock.systemUTC());
            UUID till = Ids.next(Clock.systemUTC());
            insert(
                    connection,
                    "INSERT INTO merchants.store (id, merchant_id, code, name_en, name_zh) VALUES (?, ?, ?, ?, ?)",
                    List.of(List.of(store, merchant, "S" + i, "Store " + i, "门店 " + i)));
            insert(
                    connection,
                    "INSERT INTO merchants.till (id, store_id, code, name) VALUES (?, ?, ?, ?)",
                    List.of(List.of(till, store, "T1", "Till 1")));
            String key = key(connection, merchant, "cashier", store, till);
            tills.add(new Till(store.toString(), till.toString(), key));
        }
        return tills;
    }

    private static void sell(Connection connection, UUID merchant, List<Goods> goods) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        for (Goods each : goods) {
            rows.add(List.of(
                    Ids.next(Clock.systemUTC()),
                    merchant,
                    each.sku(),
                    "Goods " + each.sku(),
                    "Bench",
                    each.price(),
                    CURRENCY));
        }
        insert(
                connection,
                "INSERT INTO orders.product (id, merchant_id, sku, name_en, category, price, currency)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static String key(
            Connection connection,
            UUID merchant,
            String role,
            @org.jspecify.annotations.Nullable UUID store,
            @org.jspecify.annotations.Nullable UUID till)
            throws SQLException {
        String secret = "wck_bench" + UUID.randomUUID().toString().replace("-", "");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO merchants.api_key (id, merchant_id, store_id, till_id, label, role, secret_hash)"
                        + " VALUES (?, ?, ?, ?, 'Bench', ?, ?)")) {
            insert.setObject(1, Ids.next(Clock.systemUTC()));
            insert.setObject(2, merchant);
            insert.setObject(3, store, java.sql.Types.OTHER);
            insert.setObject(4, till, java.sql.Types.OTHER);
            insert.setString(5, role);
            insert.setBytes(6, sha256(secret));
            insert.executeUpdate();
        }
        return secret;
    }

    private static void openWallets(Connection connection, UUID merchant) throws SQLException {
        try (PreparedStatement accounts = connection.prepareStatement(
                        "INSERT INTO ledger.account (merchant_id, kind, unit, owner, floor, cap_single, cap_daily)"
                                + " SELECT merchant_id, 'wallet', ?, 'member:' || id, 0, ?, ? FROM members.member"
                                + " WHERE merchant_id = ? ORDER BY id");
                PreparedStatement wallets = connection.prepareStatement(
                        "INSERT INTO members.wallet (account_id, member_id, currency, told_single, told_daily)"
                                + " SELECT id, substr(owner, 8)::uuid, unit, cap_single, cap_daily FROM ledger.account"
                                + " WHERE merchant_id = ? AND kind = 'wallet'")) {
            accounts.setString(1, CURRENCY);
            accounts.setLong(2, SealedMembers.singleLimit());
            accounts.setLong(3, SealedMembers.dailyLimit());
            accounts.setObject(4, merchant);
            accounts.executeUpdate();
            wallets.setObject(1, merchant);
            wallets.executeUpdate();
        }
    }

    /** One journal per thousand wallets: what they hold was paid in somewhere, so the books stay whole. */
    private void fund(Connection connection, UUID merchant) throws SQLException {
        AccountId source = ledger.open(connection, AccountTerms.free(merchant, "opening", CURRENCY, "house"));
        List<Posting> postings = new ArrayList<>();
        for (long wallet : wallets(connection, merchant)) {
            postings.add(new Posting(new AccountId(wallet), BALANCE));
            if (postings.size() == FUNDED_AT_ONCE) {
                fund(connection, merchant, source, postings);
                postings.clear();
            }
        }
        if (!postings.isEmpty()) {
            fund(connection, merchant, source, postings);
        }
    }

    private void fund(Connection connection, UUID merchant, AccountId source, List<Posting> wallets)
            throws SQLException {
        List<Posting> postings = new ArrayList<>(wallets);
        postings.add(new Posting(source, -BALANCE * wallets.size()));
        Instant now = Instant.now();
        ledger.post(
                connection,
                new Journal(
                        Ids.at(now),
                        "opening",
                        new Journal.Scope(merchant, null, null, "system", null),
                        Journal.Facts.plain(now, LocalDate.ofInstant(now, ZoneOffset.UTC), "{}"),
                        postings));
    }

    private static List<Long> wallets(Connection connection, UUID merchant) throws SQLException {
        List<Long> wallets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM ledger.account WHERE merchant_id = ? AND kind = 'wallet' ORDER BY id")) {
            select.setObject(1, merchant);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    wallets.add(rows.getLong(1));
                }
            }
        }
        return wallets;
    }

    private static void insert(Connection connection, String statement, List<List<Object>> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
