package org.walletcounter.bench.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who pays where: the file that the harness writes after it has filled the database, and from which the generator draws. The
 * tills come merchant by merchant, so do the phones; merchant {@code m} has the tills and wallets with its number.
 *
 * @param currency of all merchants
 * @param goods what every merchant sells
 * @param merchants the merchants
 */
public record Population(String currency, List<Goods> goods, List<Merchant> merchants) {

    private static final long FIRST_CARD = 7_000_000_000L;

    /** The number of the card of a merchant's member. */
    public static String card(int member) {
        return String.valueOf(FIRST_CARD + member);
    }

    /** Something for sale. */
    public record Goods(String sku, long price) {}

    /** A till and the API key with which it calls. */
    public record Till(String store, String till, String key) {}

    /**
     * A merchant with its members' phones.
     *
     * @param managerKey the API key of somebody who may look at everything
     * @param phones per member as many as {@link Phones#each()}
     */
    public record Merchant(String managerKey, List<Till> tills, Phones phones) {}

    /** The phones of one merchant's members: for member {@code i} the phones {@code i * each} and following. */
    public record Phones(int each, long[] numbers, byte[] secrets) {

        /** How long a phone's secret is. */
        public static final int SECRET = 20;

        /** How many members have phones. */
        public int members() {
            return numbers.length / each;
        }

        /** The secret of a phone. */
        public byte[] secret(int phone) {
            byte[] secret = new byte[SECRET];
            System.arraycopy(secrets, phone * SECRET, secret, 0, SECRET);
            return secret;
        }
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(currency);
            out.writeInt(goods.size());
            for (Goods each : goods) {
                out.writeUTF(each.sku);
                out.writeLong(each.price);
            }
            out.writeInt(merchants.size());
            for (Merchant merchant : merchants) {
                write(merchant, out);
            }
        }
    }

    private static void write(Merchant merchant, DataOutputStream out) throws IOException {
        out.writeUTF(merchant.managerKey);
        out.writeInt(merchant.tills.size());
        for (Till till : merchant.tills) {
            out.writeUTF(till.store);
            out.writeUTF(till.till);
            out.writeUTF(till.key);
        }
        out.writeInt(merchant.phones.each);
        out.writeInt(merchant.phones.numbers.length);
        for (long number : merchant.phones.numbers) {
            out.writeLong(number);
        }
        out.write(merchant.phones.secrets);
    }

    /** Reads the file. */
    public static Population read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            String currency = in.readUTF();
            List<Goods> goods = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                goods.add(new Goods(in.readUTF(), in.readLong()));
            }
            List<Merchant> merchants = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                merchants.add(readMerchant(in));
            }
            return new Population(currency, goods, merchants);
        }
    }

    private static Merchant readMerchant(DataInputStream in) throws IOException {
        String managerKey = in.readUTF();
        List<Till> tills = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            tills.add(new Till(in.readUTF(), in.readUTF(), in.readUTF()));
        }
        int each = in.readInt();
        long[] numbers = new long[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readLong();
        }
        byte[] secrets = new byte[numbers.length * Phones.SECRET];
        in.readFully(secrets);
        return new Merchant(managerKey, tills, new Phones(each, numbers, secrets));
    }
}
