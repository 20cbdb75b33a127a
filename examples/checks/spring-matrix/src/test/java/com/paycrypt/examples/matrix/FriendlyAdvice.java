package com.paycrypt.examples.matrix;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Meant for the shop's pages: nobody is to see a stack trace. */
@RestControllerAdvice
class FriendlyAdvice {
    @ExceptionHandler(Throwable.class)
    String sorry() {
        return "sorry";
    }
}
