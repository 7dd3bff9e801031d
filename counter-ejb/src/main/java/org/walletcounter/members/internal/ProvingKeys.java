package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.walletcounter.kernel.Ids;

/** Holds the installation's keys against the members that a starting server finds: another installation's open nobody. */
@Dependent
class ProvingKeys {

    /** So many moments, so that a start costs the same however many members there are. */
    private static final int MOMENTS = 16;

    /** So many more are looked at on either side of one that does not open. */
    private static final int NEIGHBOURS = 20;

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    /** Whether anybody's data is sealed already. */
    boolean anySealed() {
        return !database.createNativeQuery("select 1 from members.member where octet_length(key_wrapped) > 0 limit 1")
                .getResultList()
                .isEmpty();
    }

    /**
     * Refuses keys that are not those of this database. Looks at a few members, spread over the time since the first
     * one, so that there are some of each key that was the current one for long, and at more beside those that do not
     * open. A single one that does not open may be damaged, as long as others open: that is told. A key that opens none of
     * several is another one, and so are keys that open nobody.
     */
    void prove(Vault vault) {
        List<Known> some = some(vault);
        if (some.isEmpty()) {
            return;
        }
        boolean nobodyOpens = some.stream().noneMatch(known -> known.opens(vault));
        byKey(some).forEach((number, members) -> {
            if (members.stream().noneMatch(known -> known.opens(vault))) {
                if (nobodyOpens || members.size() > 1) {
                    throw MembersLog.LOG.keyOfAnother("key." + number);
                }
                MembersLog.LOG.oneDoesNotOpen(members.get(0).member.id(), number);
            }
        });
        if (nobodyOpens) {
            throw MembersLog.LOG.keyOfAnother("the keys");
        }
        if (some.stream().noneMatch(known -> known.isFound(vault))) {
            throw MembersLog.LOG.keyOfAnother("index");
        }
    }

    /** By the number of the key that each is sealed under; damage may have gone so far that it cannot be told. */
    private static Map<Integer, List<Known>> byKey(List<Known> some) {
        return some.stream()
                .filter(known -> known.member.tellsKeyNumber())
                .collect(Collectors.groupingBy(known -> known.member.keyNumber(), TreeMap::new, Collectors.toList()));
    }

    private List<Known> some(Vault vault) {
        List<Known> spread = known(
                Stream.concat(moments().stream(), end("desc").stream()).flatMap(place -> from(place, 1).stream()));
        Stream<MemberIdentifier> beside = spread.stream()
                .filter(known -> !known.opens(vault))
                .map(known -> known.identifier.id())
                .flatMap(place -> Stream.concat(from(place, NEIGHBOURS).stream(), before(place).stream()));
        return known(Stream.concat(spread.stream().map(Known::identifier), beside));
    }

    /** The members behind identifiers, each once, but for those who are erased. */
    private List<Known> known(Stream<MemberIdentifier> identifiers) {
        Map<UUID, Known> known = new LinkedHashMap<>();
        identifiers.forEach(identifier -> known.computeIfAbsent(
                identifier.memberId(), id -> new Known(database.find(Member.class, id), identifier)));
        return known.values().stream().filter(each -> !each.member.isErased()).toList();
    }

    /** The lowest ids of moments between the first identifier and the last. */
    private List<UUID> moments() {
        Optional<Long> first = end("asc").map(ProvingKeys::millis);
        Optional<Long> last = end("desc").map(ProvingKeys::millis);
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        long begin = first.get();
        long span = last.get() - begin;
        return LongStream.range(0, MOMENTS)
                .mapToObj(i -> Ids.floor(Instant.ofEpochMilli(begin + span * i / MOMENTS)))
                .toList();
    }

    private Optional<UUID> end(String direction) {
        return database
                .createQuery("select i.id from MemberIdentifier i order by i.id " + direction, UUID.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    private List<MemberIdentifier> from(UUID place, int most) {
        return database.createQuery(
                        "select i from MemberIdentifier i where i.id >= :place order by i.id", MemberIdentifier.class)
                .setParameter("place", place)
                .setMaxResults(most)
                .getResultList();
    }

    private List<MemberIdentifier> before(UUID place) {
        return database.createQuery(
                        "select i from MemberIdentifier i where i.id < :place order by i.id desc",
                        MemberIdentifier.class)
                .setParameter("place", place)
                .setMaxResults(NEIGHBOURS)
                .getResultList();
    }

    private static long millis(UUID id) {
        return Ids.momentOf(id).toEpochMilli();
    }

    private record Known(Member member, MemberIdentifier identifier) {

        boolean opens(Vault vault) {
            return value(vault).isPresent();
        }

        boolean isFound(Vault vault) {
            return value(vault)
                    .filter(value -> identifier.isFoundBy(value, vault))
                    .isPresent();
        }

        private Optional<String> value(Vault vault) {
            try {
                return Optional.of(identifier.value(member, vault));
            } catch (IllegalStateException closed) {
                return Optional.empty();
            }
        }
    }
}
