package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.TakenEvent;
import com.paycrypt.sdk.error.PayCryptException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The shop's pages. */
@Controller
class ShopController {
    private static final Logger LOG = LoggerFactory.getLogger(ShopController.class);

    private final Shop shop;

    ShopController(Shop shop) {
        this.shop = shop;
    }

    @GetMapping("/")
    String items(Model page) {
        page.addAttribute("items", shop.items());
        return "shop";
    }

    @PostMapping("/orders")
    ResponseEntity<Void> order(@RequestParam String item) {
        Order order = shop.order(item).orElseThrow(ShopController::notFound);
        return seeOther(URI.create("/orders/" + order.id()));
    }

    @GetMapping("/orders/{id}")
    String order(@PathVariable String id, Model page) {
        page.addAttribute("order", shop.find(id).orElseThrow(ShopController::notFound));
        return "order";
    }

    @PostMapping("/orders/{id}/checkout")
    ResponseEntity<Void> checkout(@PathVariable String id) {
        Order order = shop.find(id).orElseThrow(ShopController::notFound);
        return seeOther(order.isPayable() ? sessionOf(order) : URI.create("/orders/" + id));
    }

    @GetMapping("/orders")
    String orders(Model page) {
        page.addAttribute("orders", shop.newest());
        page.addAttribute("attention", shop.attention());
        return "orders";
    }

    /** For tests and for the doctor. */
    @GetMapping("/events")
    @ResponseBody
    List<TakenEvent> events() {
        return shop.events();
    }

    private URI sessionOf(Order order) {
        try {
            return shop.checkout(order);
        } catch (PayCryptException e) {
            LOG.warn("{} cannot be paid now: {}", order.id(), e.getMessage());
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "no payment session", e);
        }
    }

    private static ResponseEntity<Void> seeOther(URI location) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(location).build();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
