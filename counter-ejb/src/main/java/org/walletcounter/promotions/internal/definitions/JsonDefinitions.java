package org.walletcounter.promotions.internal.definitions;

import jakarta.enterprise.context.Dependent;
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
    private final RecordReader sent = new RecordReader(Scalars.SENT);
    private final RecordReader kept = new RecordReader(Scalars.KEPT);

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
        return read(json, type, sent);
    }

    @Override
    public <T extends Record> T readKept(String json, Class<T> type) {
        return read(json, type, kept);
    }

    private static <T extends Record> T read(String json, Class<T> type, RecordReader reader) {
        JsonObject object = parse(json);
        if (object.getInt(VERSION_FIELD, VERSION) > VERSION) {
            throw CounterException.at(VERSION_FIELD, PromotionError.DEFINITION_TOO_NEW, VERSION);
        }
        return reader.read(object, type);
    }

    private static JsonObject parse(String json) {
        try (JsonReader parser = JSON.createReader(new StringReader(json))) {
            return parser.readObject();
        } catch (RuntimeException unreadable) { // numbers without end and lists without bottom are no JsonException
            throw new CounterException(PromotionError.DEFINITION_UNREADABLE, "");
        }
    }
}
