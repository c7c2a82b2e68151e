package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;

/** A work item as it is sent. */
public record Item(Json.Obj body) {
    /** Its work id, empty where it has none. */
    public String id() {
        return body.text("workId").orElse("");
    }

    /** The same item with one member set. */
    public Item with(String name, Json value) {
        return new Item(body.with(name, value));
    }

    /** The same item without one member. */
    public Item without(String name) {
        return new Item(body.without(name));
    }

    /** The request that submits it. */
    public HttpRequest submission() {
        return HttpRequest.json("POST", "/v1/work", JsonWriter.write(body));
    }
}
