package com.paycrypt.sdk.servlet.webapp;

import jakarta.servlet.annotation.WebServlet;

/** The same code, found by its annotation. */
@WebServlet(urlPatterns = "/annotated/filtered", asyncSupported = true)
public class AnnotatedOrderServlet extends OrderServlet {
    private static final long serialVersionUID = 1L;
}
