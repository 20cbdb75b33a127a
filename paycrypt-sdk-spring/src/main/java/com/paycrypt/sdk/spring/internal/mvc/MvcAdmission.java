package com.paycrypt.sdk.spring.internal.mvc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells the filters that come after ours that a delivery is verified. */
@FunctionalInterface
public interface MvcAdmission {
    void admit(HttpServletRequest request, HttpServletResponse response);
}
