package org.walletcounter.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCentre.Version;

/**
 * A parameter through time: what it was, is and will be.
 *
 * @param value in force now
 * @param changes newest first; those to come are the first ones
 */
public record ParameterStory(Parameter parameter, long value, List<Change> changes) {

    /** Where a change stands in time. */
    public enum Time {
        /** It will be in force. */
        TO_COME,
        /** It is in force. */
        IN_FORCE,
        /** It was in force, or never came to be because another took its place. */
        PAST
    }

    /**
     * One version beside the one it took the place of.
     *
     * @param before the value until then
     */
    public record Change(Version version, long before, Time time) {}

    static ParameterStory of(Parameter parameter, List<Version> newestFirst, Instant now) {
        List<Change> changes = new ArrayList<>();
        boolean found = false;
        for (int i = 0; i < newestFirst.size(); i++) {
            Version version = newestFirst.get(i);
            Time time = found || isReplaced(newestFirst, i) ? Time.PAST : Time.IN_FORCE;
            if (time == Time.IN_FORCE && version.from().isAfter(now)) {
                time = Time.TO_COME;
            }
            changes.add(new Change(version, before(parameter, newestFirst, i), time));
            found = found || time == Time.IN_FORCE;
        }
        long value = changes.stream()
                .filter(change -> change.time == Time.IN_FORCE)
                .findFirst()
                .map(change -> change.version.value())
                .orElse(parameter.initial());
        return new ParameterStory(parameter, value, changes);
    }

    /** Of versions that begin at the same moment the one that was set last counts, and it stands first. */
    private static boolean isReplaced(List<Version> newestFirst, int i) {
        return i > 0 && newestFirst.get(i - 1).from().equals(newestFirst.get(i).from());
    }

    private static long before(Parameter parameter, List<Version> newestFirst, int i) {
        Instant from = newestFirst.get(i).from();
        return newestFirst.stream()
                .skip(i + 1L)
                .filter(earlier -> !earlier.from().equals(from))
                .findFirst()
                .map(Version::value)
                .orElse(parameter.initial());
    }

    /** The change in force; null while the value is the one it began with. */
    public @Nullable Change inForce() {
        return first(Time.IN_FORCE);
    }

    /** The next change to come, if one is planned. */
    public @Nullable Change toCome() {
        List<Change> planned =
                changes.stream().filter(change -> change.time == Time.TO_COME).toList();
        return planned.isEmpty() ? null : planned.get(planned.size() - 1);
    }

    private @Nullable Change first(Time time) {
        return changes.stream()
                .filter(change -> change.time == time)
                .findFirst()
                .orElse(null);
    }
}
