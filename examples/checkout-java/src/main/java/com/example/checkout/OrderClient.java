package com.example.checkout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import shop.v1.Order;

/** Asks the orders service. */
public final class OrderClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI orders;

    public OrderClient(URI service) {
        this.orders = service.resolve("/orders/");
    }

    /** The order with this id, if there is one. */
    public Optional<Order> order(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(orders.resolve(id)).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(Order.fromJson(response.body()));
            case 404 -> Optional.empty();
            default -> throw new IOException("orders answered " + response.statusCode());
        };
    }
}
