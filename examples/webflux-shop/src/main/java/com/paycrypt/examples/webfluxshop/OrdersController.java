package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.error.PayCryptException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

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
    Mono<ResponseEntity<Map<String, String>>> order(ServerWebExchange exchange) {
        URI address = address(exchange.getRequest());
        return exchange.getFormData()
                .onErrorMap(
                        IllegalArgumentException.class, e -> new ServerWebInputException("this is no form", null, e))
                .flatMap(form -> Blocking.call(() -> sendToCheckout(shop.order(item(form)), address)));
    }

    @PostMapping("/{id}/checkout")
    Mono<ResponseEntity<Map<String, String>>> checkout(@PathVariable String id, ServerHttpRequest request) {
        URI address = address(request);
        return Blocking.call(() -> sendToCheckout(shop.find(id), address));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Map<String, String>>> show(@PathVariable String id) {
        return Blocking.call(() -> ResponseEntity.of(shop.find(id).map(OrdersController::shown)));
    }

    private static String item(MultiValueMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst("item"), "");
    }

    private static URI address(ServerHttpRequest request) {
        InetSocketAddress local = Objects.requireNonNull(request.getLocalAddress(), "local address");
        return URI.create("http://127.0.0.1:" + local.getPort());
    }

    private ResponseEntity<Map<String, String>> sendToCheckout(Optional<Order> order, URI address) {
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
