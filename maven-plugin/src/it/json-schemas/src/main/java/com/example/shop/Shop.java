package com.example.shop;

import dev.sluice.runtime.Violation;
import java.util.List;

/** Compiles against the bindings of the JSON Schema. */
public final class Shop {
    private Shop() {}

    static List<Violation> check(String json) {
        return Order.fromJson(json).validate();
    }
}
