package org.walletcounter.imports.internal.founding;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/**
 * The first merchant of a production, as the operator describes it in a JSON file. The file holds a password, so it is
 * refused when others than its owner may read it, and deleted as soon as it has served.
 */
record Bootstrap(MerchantView merchant, StoreView store, TillView till, NewStaff administrator) {

    /** Reads the file; what is wrong with it is an IllegalArgumentException with a sentence for the operator. */
    static Bootstrap read(Path path, Clock clock) {
        try {
            if (OwnerOnlyFile.openToOthers(path)) {
                throw new IllegalArgumentException("Others than its owner may read it; set its mode to 600.");
            }
            try (JsonReader reader = Json.createReader(new StringReader(Files.readString(path)))) {
                return of(reader.readObject(), clock);
            }
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(
                    "It is not there; put it there, or set counter.bootstrap-file to where it is.", missing);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("It cannot be read (" + unreadable + ").", unreadable);
        } catch (JsonException | ClassCastException notJson) {
            throw new IllegalArgumentException(
                    "It is not the JSON the operator guide describes (" + notJson.getMessage() + ").", notJson);
        }
    }

    private static Bootstrap of(JsonObject file, Clock clock) {
        MerchantView merchant = merchant(part(file, "merchant"), Ids.next(clock));
        StoreView store = store(part(file, "store"), Ids.next(clock), merchant.id());
        JsonObject till = part(file, "till");
        return new Bootstrap(
                merchant,
                store,
                new TillView(Ids.next(clock), store.id(), text(till, "code"), text(till, "name"), true),
                administrator(part(file, "administrator")));
    }

    private static MerchantView merchant(JsonObject merchant, UUID id) {
        String currency = text(merchant, "currency");
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(each -> each.getCurrencyCode().equals(currency))) {
            throw new IllegalArgumentException("ISO 4217 knows no currency " + currency + ".");
        }
        String zone = text(merchant, "zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException("There is no time zone " + zone + ".");
        }
        return new MerchantView(
                id,
                text(merchant, "code"),
                text(merchant, "nameEn"),
                text(merchant, "nameZh"),
                currency,
                ZoneId.of(zone));
    }

    private static StoreView store(JsonObject store, UUID id, UUID merchantId) {
        String address = store.getString("address", "");
        return new StoreView(
                id, merchantId, text(store, "code"), text(store, "nameEn"), text(store, "nameZh"), address, true);
    }

    private static NewStaff administrator(JsonObject administrator) {
        return new NewStaff(
                null,
                text(administrator, "username"),
                text(administrator, "name"),
                "administrator",
                administrator.getString("language", "en"),
                text(administrator, "password"));
    }

    private static JsonObject part(JsonObject object, String name) {
        if (!object.containsKey(name)) {
            throw new IllegalArgumentException("The part \"" + name + "\" is missing.");
        }
        return object.getJsonObject(name);
    }

    private static String text(JsonObject object, String name) {
        String text = object.getString(name, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException("The field \"" + name + "\" is missing or empty.");
        }
        return text;
    }
}
