package org.walletcounter.promotions.internal.definitions;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.PromotionError;

/** Definitions as JSON objects with their version. */
@Dependent
public class JsonDefinitions implements Definitions {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String VERSION_FIELD = "v";

    private final RecordWriter writer = new RecordWriter(JSON);
    private final RecordReader reader = new RecordReader();

    @Override
    public String write(Record definition) {
        return JSON.createObjectBuilder()
                .add(VERSION_FIELD, VERSION)
                .addAll(JSON.createObjectBuilder(writer.object(definition)))
                .build()
                .toString();
    }

    @Override
    public <T extends Record> T read(String json, Class<T> type) {
        JsonObject object = parse(json);
        if (object.getInt(VERSION_FIELD, VERSION) > VERSION) {
            throw CounterException.at(VERSION_FIELD, PromotionError.DEFINITION_TOO_NEW, VERSION);
        }
        return reader.read(object, type);
    }

    private static JsonObject parse(String json) {
        try (JsonReader parser = JSON.createReader(new StringReader(json))) {
            return parser.readObject();
        } catch (JsonException unreadable) {
            throw new CounterException(PromotionError.DEFINITION_UNREADABLE, "");
        }
    }
}
