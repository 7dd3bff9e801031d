package org.walletcounter.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** The rules of WCAG 2.2, levels A and AA, as far as axe can tell whether a page keeps them. */
final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** The page, as it is now, breaks no rule; a failure names the rules that it breaks, and where. */
    static void assertAccessible(Page page) {
        List<Rule> broken = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(broken.stream().map(Accessibility::fault)).isEmpty();
    }

    private static String fault(Rule rule) {
        return rule.getId() + " " + places(rule);
    }

    private static List<Object> places(Rule rule) {
        return rule.getNodes().stream().map(node -> node.getTarget()).toList();
    }
}
