package com.paycrypt.sdk.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells the filters that come after ours that a delivery is verified. */
@FunctionalInterface
interface MvcAdmission {
    void admit(HttpServletRequest request, HttpServletResponse response);
}
