package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.TakenEvent;
import com.paycrypt.sdk.error.PayCryptException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The shop's pages. */
@Controller
class ShopController {
    private static final Logger LOG = LoggerFactory.getLogger(ShopController.class);

    private final Shop shop;

    ShopController(Shop shop) {
        this.shop = shop;
    }

    @GetMapping("/")
    Rendering items() {
        return page("shop", Map.of("items", shop.items()));
    }

    @PostMapping("/orders")
    Mono<ResponseEntity<Void>> order(ServerWebExchange exchange) {
        return exchange.getFormData()
                .onErrorMap(
                        IllegalArgumentException.class, e -> new ServerWebInputException("this is no form", null, e))
                .flatMap(form -> Blocking.call(() -> shop.order(item(form)).orElseThrow(ShopController::notFound)))
                .map(order -> seeOther(URI.create("/orders/" + order.id())));
    }

    @GetMapping("/orders/{id}")
    Mono<Rendering> order(@PathVariable String id) {
        return find(id).map(order -> page("order", Map.of("order", order)));
    }

    @PostMapping("/orders/{id}/checkout")
    Mono<ResponseEntity<Void>> checkout(@PathVariable String id) {
        return find(id).flatMap(order -> order.isPayable() ? sessionOf(order) : Mono.just(URI.create("/orders/" + id)))
                .map(ShopController::seeOther);
    }

    @GetMapping("/orders")
    Mono<Rendering> orders() {
        return Blocking.call(() -> page("orders", Map.of("orders", shop.newest(), "attention", shop.attention())));
    }

    /** For tests and for the doctor. */
    @GetMapping("/events")
    @ResponseBody
    Mono<List<TakenEvent>> events() {
        return Blocking.call(shop::events);
    }

    private Mono<Order> find(String id) {
        return Blocking.call(() -> shop.find(id).orElseThrow(ShopController::notFound));
    }

    private Mono<URI> sessionOf(Order order) {
        return Blocking.call(() -> shop.checkout(order)).onErrorMap(PayCryptException.class, e -> {
            LOG.warn("{} cannot be paid now: {}", order.id(), e.getMessage());
            return new ResponseStatusException(HttpStatus.BAD_GATEWAY, "no payment session", e);
        });
    }

    private static String item(MultiValueMap<String, String> form) {
        String item = form.getFirst("item");
        if (item == null) {
            throw new ServerWebInputException("the form has no item");
        }
        return item;
    }

    private static Rendering page(String view, Map<String, ?> model) {
        return Rendering.view(view).model(model).build();
    }

    private static ResponseEntity<Void> seeOther(URI location) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(location).build();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
