package org.walletcounter.web.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** One that can be chosen in a form. */
public record Choice(String code, String name) {

    /**
     * What can be chosen, and what is chosen already although it is gone or the reader may not see it: a form sends back
     * only what it offers, and would drop the rest.
     *
     * @param name what the others are called, by their code
     */
    public static List<Choice> with(Collection<String> chosen, List<Choice> offered, UnaryOperator<String> name) {
        List<Choice> all = new ArrayList<>(offered);
        chosen.stream()
                .filter(code -> offered.stream().noneMatch(each -> each.code().equals(code)))
                .forEach(code -> all.add(new Choice(code, name.apply(code))));
        return all;
    }
}
