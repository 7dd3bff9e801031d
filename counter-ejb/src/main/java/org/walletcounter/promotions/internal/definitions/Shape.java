package org.walletcounter.promotions.internal.definitions;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.MarginGuard;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Stacking;

/** What a record looks like: its parts, how it is made, and what its parts are when nothing is said. Looked up once. */
record Shape(
        Class<? extends Record> type,
        List<Part> parts,
        Constructor<?> maker,
        @Nullable Record usual) {

    /** The field that names which of several records it is. */
    static final String KIND = "kind";

    private static final Map<Class<?>, Record> USUAL = Map.of(
            Selection.class, Selection.ALL,
            Stacking.class, Stacking.FREE,
            Funding.class, Funding.MERCHANT,
            MarginGuard.class, MarginGuard.OFF,
            Shopper.class, Shopper.UNKNOWN,
            Holdings.class, Holdings.NONE,
            QuoteRequest.Wishes.class, QuoteRequest.Wishes.NONE,
            Basket.Place.class, Basket.Place.TILL,
            Basket.PriceRules.class, Basket.PriceRules.PLAIN);

    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    static Shape of(Class<? extends Record> type) {
        return KNOWN.computeIfAbsent(type, unseen -> look(type));
    }

    /** The record of this kind among those that an interface stands for. */
    static Optional<Class<? extends Record>> ofKind(Class<?> choice, String kind) {
        return Arrays.stream(choice.getPermittedSubclasses())
                .<Class<? extends Record>>map(each -> each.asSubclass(Record.class))
                .filter(each -> of(each).kind().equals(kind))
                .findFirst();
    }

    /** What a record of this type is when nothing is said, if there is such a thing. */
    static @Nullable Record usual(Class<?> type) {
        return USUAL.get(type);
    }

    boolean isKind() {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    String kind() {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    Object make(Object[] values) {
        try {
            return maker.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof CounterException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The record " + type + " could not be made.", refused.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("The record " + type + " could not be made.", broken);
        }
    }

    private static Shape look(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            List<Part> parts = Arrays.stream(components).map(Part::new).toList();
            return new Shape(type, parts, type.getDeclaredConstructor(types), USUAL.get(type));
        } catch (NoSuchMethodException broken) {
            throw new IllegalStateException("The record " + type + " has no canonical constructor.", broken);
        }
    }

    /** One part of a record. */
    record Part(RecordComponent component) {

        String name() {
            return component.getName();
        }

        Type type() {
            return component.getGenericType();
        }

        boolean mayBeNull() {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        @Nullable
        Object of(Record whole) {
            try {
                return component.getAccessor().invoke(whole);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("The part " + component + " could not be read.", broken);
            }
        }
    }
}
