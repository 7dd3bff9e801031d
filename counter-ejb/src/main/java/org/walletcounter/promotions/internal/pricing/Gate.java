package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.List;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * The part of a condition that hangs on what other discounts have left, made ready to be asked often. The rest has been
 * judged once. A gate that has closed does not open again: discounts only grow.
 */
@FunctionalInterface
interface Gate {

    Gate OPEN = working -> true;

    /** Whether it is open at these amounts. */
    boolean open(Working working);

    /** The gate of a condition whose other parts have been judged at the initial amounts. */
    static Gate of(Condition condition, Scene scene, Judging initially) {
        if (condition instanceof Condition.All all) {
            List<Gate> gates = gates(all.of(), scene, initially);
            return gates.size() == 1 ? gates.get(0) : allOf(gates.toArray(Gate[]::new));
        }
        if (condition instanceof Condition.Any any) {
            List<Condition> holding = any.of().stream().filter(initially::holds).toList();
            List<Gate> gates = gates(holding, scene, initially);
            boolean always = gates.size() < holding.size();
            return always ? OPEN : working -> gates.stream().anyMatch(gate -> gate.open(working));
        }
        if (condition instanceof Condition.Amount amount && amount.base() == Stacking.Base.DISCOUNTED) {
            int[] lines = scene.covered(amount.of());
            boolean whole = lines.length == scene.size();
            return whole
                    ? working -> working.total() >= amount.atLeast()
                    : working -> working.now(lines) >= amount.atLeast();
        }
        return OPEN;
    }

    private static Gate allOf(Gate[] gates) {
        return gates.length == 0
                ? OPEN
                : working -> {
                    for (Gate gate : gates) {
                        if (!gate.open(working)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    private static List<Gate> gates(List<Condition> conditions, Scene scene, Judging initially) {
        List<Gate> gates = new ArrayList<>();
        for (Condition each : conditions) {
            Gate gate = of(each, scene, initially);
            if (gate != OPEN) {
                gates.add(gate);
            }
        }
        return gates;
    }
}
