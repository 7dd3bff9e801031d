package org.walletcounter.bench.goals;

import java.util.List;
import java.util.Set;
import org.walletcounter.bench.Goal;
import org.walletcounter.run.CannotRun;

/** All goals, in the order in which they are measured: the payments first, because others build on their peak. */
public final class Goals {

    private Goals() {}

    /** Those with the given codes; all when none is given. */
    public static List<Goal> chosen(Set<String> codes) {
        List<Goal> all = List.of(
                new Payments(),
                new Peers(),
                new OneMerchant(),
                new Latency(),
                new Taps(),
                new Overload(),
                new Growth(),
                new Screens(),
                new Importing(),
                new Quoting(),
                new Soak(),
                new Starting());
        for (String code : codes) {
            if (all.stream().noneMatch(goal -> goal.code().equals(code))) {
                throw new CannotRun("There is no goal " + code + ": choose among "
                        + String.join(", ", all.stream().map(Goal::code).toList()) + ".");
            }
        }
        return all.stream()
                .filter(goal -> codes.isEmpty() || codes.contains(goal.code()))
                .toList();
    }
}
