package org.walletcounter.imports.internal.founding;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberView;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/**
 * What a person or a script needs to try the demo: the address, the stores and tills, a key and a sign-in per role, and two
 * customers with the secrets of their phones.
 */
final class DemoAccess {

    private final JsonObject content;

    private DemoAccess(JsonObject content) {
        this.content = content;
    }

    /** A member of staff's password, or an API key, by role. */
    record Person(String role, String username, String password, String apiKey) {}

    /** A demo customer with the phone that makes their payment codes. */
    record Customer(MemberView member, String name, String phone, DeviceKey device) {}

    static DemoAccess of(
            String address, MerchantView merchant, Map<StoreView, List<TillView>> stores, List<Person> staff) {
        JsonObjectBuilder keys = Json.createObjectBuilder();
        JsonObjectBuilder signIns = Json.createObjectBuilder();
        for (Person person : staff) {
            keys.add(person.role(), person.apiKey());
            signIns.add(
                    person.role(),
                    Json.createObjectBuilder()
                            .add("username", person.username())
                            .add("password", person.password()));
        }
        return new DemoAccess(Json.createObjectBuilder()
                .add("address", address)
                .add("merchant", merchant(merchant))
                .add("stores", stores(stores))
                .add("apiKeys", keys)
                .add("signIns", signIns)
                .build());
    }

    static DemoAccess parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new DemoAccess(reader.readObject());
        }
    }

    /** The same with the customers, at the address that holds now. */
    DemoAccess with(String address, List<Customer> customers) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        customers.forEach(each -> members.add(customer(each)));
        return new DemoAccess(Json.createObjectBuilder(content)
                .add("address", address)
                .add("members", members)
                .build());
    }

    /** The same at another address. */
    DemoAccess at(String address) {
        return new DemoAccess(
                Json.createObjectBuilder(content).add("address", address).build());
    }

    String text() {
        StringWriter text = new StringWriter();
        JsonWriterFactory factory =
                Json.createWriterFactory(new TreeMap<>(Map.of(JsonGenerator.PRETTY_PRINTING, true)));
        try (var writer = factory.createWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString().strip() + "\n";
    }

    private static JsonObjectBuilder merchant(MerchantView merchant) {
        return Json.createObjectBuilder()
                .add("id", merchant.id().toString())
                .add("code", merchant.code())
                .add("nameEn", merchant.nameEn())
                .add("nameZh", merchant.nameZh())
                .add("currency", merchant.currency())
                .add("zone", merchant.zone().getId());
    }

    private static JsonArrayBuilder stores(Map<StoreView, List<TillView>> stores) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        stores.forEach((store, tills) -> {
            JsonArrayBuilder places = Json.createArrayBuilder();
            for (TillView till : tills) {
                places.add(Json.createObjectBuilder()
                        .add("id", till.id().toString())
                        .add("code", till.code())
                        .add("name", till.name()));
            }
            all.add(Json.createObjectBuilder()
                    .add("id", store.id().toString())
                    .add("code", store.code())
                    .add("nameEn", store.nameEn())
                    .add("nameZh", store.nameZh())
                    .add("tills", places));
        });
        return all;
    }

    private static JsonObjectBuilder customer(Customer customer) {
        return Json.createObjectBuilder()
                .add("id", customer.member().id().toString())
                .add("code", customer.member().code())
                .add("name", customer.name())
                .add("phone", customer.phone())
                .add(
                        "device",
                        Json.createObjectBuilder()
                                .add("number", customer.device().number())
                                .add("secret", customer.device().secret())
                                .add("stepSeconds", customer.device().stepSeconds())
                                .add("prefix", customer.device().prefix()));
    }
}
