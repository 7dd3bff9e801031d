package org.walletcounter.it;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Members with money and phones, in a queue before each till. A till asks its own queue only. */
final class Customers {

    private static final int MEMBERS = 2;
    private static final int PHONES = 5;
    private static final long FILLED = 1_000_00;

    private final List<Deque<Standing>> queues;

    private Customers(List<Deque<Standing>> queues) {
        this.queues = queues;
    }

    /** A code that somebody shows. */
    record Shown(String member, String code) {}

    private record Standing(Shopper shopper, Phone phone) {}

    /** Registers the customers, fills their wallets and enrols their phones. */
    static Customers before(RunningCounter counter, int tills) {
        List<Callable<Deque<Standing>>> queues = new ArrayList<>();
        for (int till = 0; till < tills; till++) {
            queues.add(() -> queue(counter));
        }
        return new Customers(Sales.atOnce(queues));
    }

    private static Deque<Standing> queue(RunningCounter counter) {
        Deque<Standing> queue = new ArrayDeque<>();
        for (int i = 0; i < MEMBERS; i++) {
            Shopper shopper = Shopper.with(counter, FILLED);
            for (int phone = 0; phone < PHONES; phone++) {
                queue.add(new Standing(shopper, shopper.phone()));
            }
        }
        return queue;
    }

    int queues() {
        return queues.size();
    }

    /** The next customer of a queue who has a code to show; everybody in it stays. */
    Optional<Shown> next(int queue) {
        Deque<Standing> line = queues.get(queue);
        for (int i = 0; i < line.size(); i++) {
            Standing first = line.remove();
            line.add(first);
            Optional<String> code = first.phone.freshCode();
            if (code.isPresent()) {
                return Optional.of(new Shown(first.shopper.id(), code.get()));
            }
        }
        return Optional.empty();
    }

    /** What was put into each wallet. */
    Map<String, Long> filled() {
        Map<String, Long> filled = new HashMap<>();
        queues.forEach(queue -> queue.forEach(standing -> filled.put(standing.shopper.id(), FILLED)));
        return filled;
    }

    /** What is in each wallet now. */
    Map<String, Long> balances() {
        Map<String, Long> balances = new HashMap<>();
        queues.forEach(queue -> queue.forEach(
                standing -> balances.computeIfAbsent(standing.shopper.id(), id -> standing.shopper.balance())));
        return balances;
    }
}
