package org.walletcounter.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.walletcounter.bench.load.Population.Goods;
import org.walletcounter.bench.load.Population.Merchant;
import org.walletcounter.bench.load.Population.Phones;
import org.walletcounter.bench.load.Population.Till;
import org.walletcounter.members.PaymentCode;

/** Makes wallet payments as a till sends them: one line from the catalogue, the customer's code, a key of its own. */
final class Requests {

    private static final int MOST_PIECES = 3;
    private static final int LINES = 5;
    private static final int TAPS = 50;
    private static final int FARE = 250;
    private static final int NO_PHONE = -1;
    private final Population population;
    private final Phones[] phones;
    private final int[] merchantOfMember;
    private final int[] firstMember;
    private final Payers payers;
    private final SplittableRandom random;
    private final String prefix;
    private final String host;
    private final Clock clock = Clock.systemUTC();
    private long number;

    Requests(Population population, String host, long seed) {
        this.population = population;
        this.host = host;
        this.random = new SplittableRandom(seed);
        this.prefix = Long.toString(Math.abs(random.nextLong()), Character.MAX_RADIX);
        List<Merchant> merchants = population.merchants();
        int members = merchants.stream().mapToInt(m -> m.phones().members()).sum();
        this.phones = merchants.stream().map(Merchant::phones).toArray(Phones[]::new);
        this.merchantOfMember = new int[members];
        this.firstMember = new int[merchants.size()];
        int member = 0;
        for (int m = 0; m < phones.length; m++) {
            firstMember[m] = member;
            for (int i = 0; i < phones[m].members(); i++) {
                merchantOfMember[member++] = m;
            }
        }
        this.payers = new Payers(members, phones[0].each(), random.nextLong());
    }

    /** A request and the phone whose code of a time step it shows. */
    record Made(byte[] bytes, int phone, long step) {

        private Made(byte[] bytes) {
            this(bytes, NO_PHONE, 0);
        }
    }

    Made next() {
        long step = PaymentCode.stepAt(clock.instant());
        int phone = payers.draw(step);
        int each = phones[0].each();
        int m = merchantOfMember[phone / each];
        int local = phone - firstMember[m] * each;
        PaymentCode code = PaymentCode.of(phones[m].numbers()[local], phones[m].secret(local), step);
        List<Till> tills = population.merchants().get(m).tills();
        Till till = tills.get(random.nextInt(tills.size()));
        return new Made(request("payments", till, body(till, code.digits())), phone, step);
    }

    /** A basket to be priced: some goods, no customer. */
    Made nextBasket() {
        List<Till> tills =
                population.merchants().get(random.nextInt(phones.length)).tills();
        Till till = tills.get(random.nextInt(tills.size()));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(i == 0 ? "" : ",").append(line(goods(), 1 + random.nextInt(MOST_PIECES)));
        }
        String body = "{\"lines\":[" + lines + "],\"currency\":\"" + population.currency() + "\"}";
        return new Made(request("baskets/price", till, body));
    }

    /** A gate's taps: cards of anybody, each with an id of its own. */
    Made nextTaps() {
        int m = random.nextInt(phones.length);
        List<Till> tills = population.merchants().get(m).tills();
        Till gate = tills.get(random.nextInt(tills.size()));
        int members = phones[m].members();
        Instant now = clock.instant();
        String same = "\",\"tillId\":\"" + gate.till() + "\",\"at\":\"" + now + "\",\"fare\":{\"amount\":" + FARE
                + ",\"currency\":\"" + population.currency() + "\"},\"offline\":false,\"token\":\"";
        StringBuilder body = new StringBuilder(TAPS * 260).append("{\"taps\":[");
        for (int i = 0; i < TAPS; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(tapId(now))
                    .append(same)
                    .append(Population.card(random.nextInt(members)))
                    .append("\"}");
        }
        return new Made(request("taps", gate, body.append("]}").toString()));
    }

    /** As {@link org.walletcounter.kernel.Ids} makes them, with randomness that costs the generator less. */
    private UUID tapId(Instant now) {
        return new UUID(
                (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0xFFFL),
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** It was turned away. */
    void giveBack(Made made) {
        if (made.phone != NO_PHONE) {
            payers.giveBack(made.phone, made.step);
        }
    }

    private Goods goods() {
        return population.goods().get(random.nextInt(population.goods().size()));
    }

    private static String line(Goods goods, int pieces) {
        return "{\"sku\":\"" + goods.sku() + "\",\"quantity\":" + pieces + "}";
    }

    private String body(Till till, String shown) {
        Goods goods = goods();
        int pieces = 1 + random.nextInt(MOST_PIECES);
        String money = "{\"amount\":" + goods.price() * pieces + ",\"currency\":\"" + population.currency() + "\"}";
        return "{\"storeId\":\"" + till.store() + "\",\"tillId\":\"" + till.till() + "\",\"saleNumber\":\"" + prefix
                + '-'
                + number + "\",\"lines\":[" + line(goods, pieces) + "],\"amount\":"
                + money + ",\"shown\":\"" + shown + "\",\"tenders\":[{\"kind\":\"WALLET\",\"amount\":" + money + "}]}";
    }

    private byte[] request(String path, Till till, String body) {
        String head = "POST /api/v1/" + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + till.key()
                + "\r\nIdempotency-Key: " + prefix + '-' + number++ + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
