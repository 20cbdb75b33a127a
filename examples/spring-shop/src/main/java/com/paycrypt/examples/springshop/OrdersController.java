package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.error.PayCryptException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders, sends customers to the checkout, and shows where an order stands. */
@RestController
@RequestMapping("/orders")
class OrdersController {
    private static final Logger LOG = LoggerFactory.getLogger(OrdersController.class);

    private final Shop shop;

    OrdersController(Shop shop) {
        this.shop = shop;
    }

    @PostMapping
    ResponseEntity<Map<String, String>> order(@RequestParam String item, HttpServletRequest request) {
        return sendToCheckout(shop.order(item), request);
    }

    @PostMapping("/{id}/checkout")
    ResponseEntity<Map<String, String>> checkout(@PathVariable String id, HttpServletRequest request) {
        return sendToCheckout(shop.find(id), request);
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, String>> show(@PathVariable String id) {
        return ResponseEntity.of(shop.find(id).map(OrdersController::shown));
    }

    private ResponseEntity<Map<String, String>> sendToCheckout(Optional<Order> order, HttpServletRequest request) {
        URI address = URI.create("http://127.0.0.1:" + request.getLocalPort());
        return order.map(found -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(shop.checkout(found, address))
                        .<Map<String, String>>build())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unavailable(PayCryptException failure) {
        LOG.warn("there is no session: {}", failure.getMessage());
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                .body(Map.of("error", "the checkout is not available, try again"));
    }

    private static Map<String, String> shown(Order order) {
        return Map.of(
                "id", order.id(),
                "total", order.total().toString(),
                "state", order.state().name());
    }
}
